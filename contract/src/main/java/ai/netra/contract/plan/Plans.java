package ai.netra.contract.plan;

import ai.netra.contract.plan.Plan.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** All plans, from {@code plans.yaml}. */
public final class Plans {

  private static final Pattern RATE = Pattern.compile("([0-9]+) \\(([0-9]+)\\)");

  private final List<Plan> all;

  private Plans(List<Plan> all) {
    this.all = List.copyOf(all);
  }

  /** Reads the one file of this jar. */
  public static Plans read() {
    try (InputStream file = Plans.class.getResourceAsStream("/ai/netra/contract/plans.yaml")) {
      if (file == null) {
        throw new IllegalStateException("plans.yaml is missing in the jar");
      }
      Map<?, ?> document =
          (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      List<Plan> plans = new ArrayList<>();
      document.forEach((name, numbers) -> plans.add(plan((String) name, (Map<?, ?>) numbers)));
      return new Plans(plans);
    } catch (IOException e) {
      throw new UncheckedIOException("plans.yaml cannot be read", e);
    }
  }

  /** The plan of this name; a name that is not in the file is a programmer's mistake. */
  public Plan named(String name) {
    return all.stream()
        .filter(plan -> plan.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + ": no plan in plans.yaml"));
  }

  /** The plans that are on offer to everyone. */
  public List<Plan> shown() {
    return all.stream().filter(Plan::shown).toList();
  }

  private static Plan plan(String name, Map<?, ?> numbers) {
    List<String> tools =
        ((List<?>) field(numbers, "tools")).stream().map(String.class::cast).toList();
    return new Plan(
        name,
        (Boolean) field(numbers, "shown"),
        number(numbers.get("credits_per_month")),
        number(numbers.get("threads")),
        number(numbers.get("usage_rows")),
        ((Number) field(numbers, "upload_mebibytes")).longValue(),
        rate(numbers, "requests"),
        rate(numbers, "messages"),
        rate(numbers, "run_starts"),
        tools);
  }

  private static @Nullable Long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : null;
  }

  private static Rate rate(Map<?, ?> numbers, String name) {
    Matcher rate = RATE.matcher((String) field(numbers, name));
    if (!rate.matches()) {
      throw new IllegalStateException("plans.yaml: " + name + " is no rate");
    }
    return new Rate(Integer.parseInt(rate.group(1)), Integer.parseInt(rate.group(2)));
  }

  private static Object field(Map<?, ?> numbers, String name) {
    Object value = numbers.get(name);
    if (value == null) {
      throw new IllegalStateException("plans.yaml: " + name + " is missing");
    }
    return value;
  }
}
