package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Investigation.Found;
import ai.netra.loop.diagnosis.Trials.Colour;
import ai.netra.loop.diagnosis.Trials.Varied;
import ai.netra.loop.diagnosis.Whys.Check;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Cause.Level;
import ai.netra.loop.record.Cause.Support;
import java.util.ArrayList;
import java.util.List;

/** Theories that people fall for, where what was seen speaks against them. */
final class Rivals {

  private final Found found;
  private final Whys whys;

  Rivals(Found found, Whys whys) {
    this.found = found;
    this.whys = whys;
  }

  /** Adds each with what refutes it. */
  void add(int symptom) {
    Rate failed = found.trials().rate(found.trials().failed());
    Rate onBase = found.baseRate();
    boolean clear = failed.runs() > 1 && onBase.runs() > 1 && onBase.red() == 0;
    if (!clear || failed.red() < failed.runs()) {
      return;
    }
    String seen =
        "red %d of %d here, red %d of %d on base, in turn on one machine"
            .formatted(failed.red(), failed.runs(), onBase.red(), onBase.runs());
    refuted(symptom, "chance: the failure comes and goes", "it is green here now and then", seen);
    refuted(symptom, "a slow or loaded machine", "base is red on the same machine too", seen);
    if (found.trials().varied() == Varied.SERVICES) {
      refuted(
          symptom,
          "the tests themselves are wrong",
          "with these tests the services of base are red too",
          seen);
    } else {
      refuted(
          symptom,
          "a service is at fault",
          "with these services the suite of base is red too",
          seen);
    }
  }

  private void refuted(int symptom, String theory, String prediction, String observed) {
    List<Long> lines = new ArrayList<>(List.of(found.blame().n()));
    lines.addAll(found.trials().lines(found.trials().failed(), Colour.RED));
    lines.addAll(found.baseLines(Colour.GREEN));
    int node = whys.node(Level.MECHANISM, theory, null, List.of());
    whys.edge(symptom, node, new Check(theory, prediction, observed, Support.REFUTED, lines));
  }
}
