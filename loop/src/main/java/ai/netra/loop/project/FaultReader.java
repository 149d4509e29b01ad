package ai.netra.loop.project;

import ai.netra.loop.project.FaultSpec.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code fault.yaml} with the strictness of {@code netra.yaml}. */
final class FaultReader {

  private FaultReader() {}

  static Reading read(String text) {
    Findings findings = new Findings();
    Optional<Node> document = YamlDocument.read(FaultSpec.FILE, text, findings);
    if (findings.isEmpty() && document.isEmpty()) {
      return new Reading.Refused(List.of(new Finding(1, 1, "the file is empty")));
    }
    if (findings.isEmpty() && document.isPresent()) {
      new ShapeCheck(findings).check(document.get(), FaultSchema.ROOT, "");
    }
    if (findings.isEmpty() && document.isPresent()) {
      checkValues(new Section(document.get()), findings);
    }
    return findings.isEmpty()
        ? new Reading.Accepted(fault(new Section(document.orElseThrow())))
        : new Reading.Refused(findings.inOrder());
  }

  private static void checkValues(Section root, Findings findings) {
    checkTruth(root.get("truth"), "truth", findings);
    root.get("variants")
        .fields()
        .forEach(
            (name, variant) ->
                checkTruth(variant.get("truth"), "variants." + name + ".truth", findings));
  }

  private static void checkTruth(Section truth, String path, Findings findings) {
    Section change = truth.get("change");
    if (change.isPresent() && change.get("path").isPresent() == change.get("key").isPresent()) {
      findings.add(change.required(), path + ".change: either path or key is required");
    }
    double rate = rate(truth);
    if (rate <= 0 || rate > 1) {
      findings.add(
          truth.get("rate").required(),
          path + ".rate: above 0 and at most 1 is required, got '" + rate + "'");
    }
  }

  private static double rate(Section truth) {
    return truth.get("rate").text().map(Double::parseDouble).orElse(1.0);
  }

  private static FaultSpec fault(Section root) {
    Map<String, FaultSpec> variants = new LinkedHashMap<>();
    root.get("variants")
        .fields()
        .forEach(
            (name, variant) ->
                variants.put(name, new FaultMaker(root, variant).make(name, Map.of())));
    return new FaultMaker(root, new Section(null)).make("", variants);
  }
}
