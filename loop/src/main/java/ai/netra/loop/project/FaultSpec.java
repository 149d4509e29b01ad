package ai.netra.loop.project;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A checked {@code fault.yaml}: a failure that can be brought back, and the truth about it.
 *
 * @param needs what a machine must have for it, such as {@code browser}; null for nothing special
 * @param variants the same failure in other dresses, each whole, by name
 * @param wrong what must not be concluded
 * @param human whether a person must mend it, so that no run of it ends proved
 */
public record FaultSpec(
    String id,
    String title,
    String kind,
    @Nullable String needs,
    Inject inject,
    Map<String, FaultSpec> variants,
    Truth truth,
    List<String> wrong,
    boolean human,
    Limits limits) {

  /** The name of the file in a fault's folder. */
  public static final String FILE = "fault.yaml";

  /**
   * How it comes back.
   *
   * @param patch the file of the patch, in the fault's folder
   * @param mix how many benign changes go into its commit
   * @param outside contents of files beside the checkout, by name
   * @param parameters facts that tell a variant from the fault
   */
  public record Inject(
      String patch, int mix, Map<String, String> outside, Map<String, String> parameters) {}

  /**
   * What is true of it.
   *
   * @param services whose fault it is, one of them where there are several; none for a suite's
   * @param paths patterns of the files that the cause lies in
   * @param keys the keys of {@code netra.yaml} that it lies in instead
   * @param hunks how many hunks the cause has
   * @param failing the tests that must be red: {@code tag:NAME}, a claim's number, or {@code
   *     Class#method}; none where no test runs
   * @param rate the share of runs in which it shows, above 0 and up to 1
   */
  public record Truth(
      List<String> services,
      List<String> paths,
      List<String> keys,
      int hunks,
      Mechanism mechanism,
      String statement,
      Symptom symptom,
      List<String> failing,
      double rate) {}

  /** What happens inside: words of the closed list, and the place. */
  public record Mechanism(List<String> kinds, String element) {}

  /**
   * What is seen from outside.
   *
   * @param gate {@code deploy} or {@code suite} where no test runs
   * @param outcome what becomes of a test that proves nothing
   * @param parts the parts of its proof of which at least one is not there
   */
  public record Symptom(
      String where,
      OptionalInt status,
      OptionalInt close,
      @Nullable String gate,
      @Nullable String outcome,
      List<Integer> parts) {}

  /** What a run of it may take. */
  public record Limits(Duration time, int rounds) {}

  /** What reading comes to. */
  public sealed interface Reading {

    /** The file is right. */
    record Accepted(FaultSpec fault) implements Reading {}

    /** Each mistake, in the order of the file; never empty. */
    record Refused(List<Finding> findings) implements Reading {}
  }

  /** Reads the text of a {@code fault.yaml} and tells every mistake at once. */
  public static Reading read(String text) {
    return FaultReader.read(text);
  }

  /**
   * The fault itself, or one of its variants.
   *
   * @throws IllegalArgumentException when it has no variant of this name
   */
  public FaultSpec variant(@Nullable String name) {
    if (name == null) {
      return this;
    }
    FaultSpec variant = variants.get(name);
    if (variant == null) {
      throw new IllegalArgumentException(
          "variant of %s: one of %s is required, got '%s'".formatted(id, variants.keySet(), name));
    }
    return variant;
  }
}
