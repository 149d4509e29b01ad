package ai.netra.loop.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of an experiment: tests of one tree run against the services of a tree, apart from
 * the target.
 *
 * @param cluster the failures that it is about
 * @param purpose what it is made for: {@code blame}, {@code search}, {@code verify}, {@code
 *     minimise}, {@code candidate}, {@code intervention}
 * @param nth which repetition of the same experiment it is, from 1
 * @param services the tree whose services and configuration were deployed
 * @param suites the tree whose tests ran
 * @param tests those that were asked for
 * @param sights what became of each test that was asked for; none where the tests never ran
 * @param service the service that kept the gate closed, where one did
 * @param reason why the tests never ran; null where they did
 */
public record Observed(
    String cluster,
    String purpose,
    int nth,
    String services,
    String suites,
    List<TestRef> tests,
    End end,
    List<Sight> sights,
    @Nullable String service,
    @Nullable String reason)
    implements AboutFailure {

  /** How far it came. */
  public enum End {
    /** The tests ran. */
    RAN,
    /** A service could not be built. */
    NOT_BUILT,
    /** The deploy gate closed after the builds. */
    NOT_DEPLOYED,
    /** A suite could not be built or its tests not be found. */
    SUITE_FAILED
  }

  /**
   * A test in an experiment.
   *
   * @param status null where the suite has no such test
   * @param failure what the runner said of it; null where it passed
   */
  public record Sight(TestRef test, Attempt.@Nullable Status status, @Nullable String failure) {

    /** Whether it ran and did not pass. */
    @JsonIgnore
    public boolean isRed() {
      return status == Attempt.Status.FAILED || status == Attempt.Status.ERROR;
    }

    /** Whether it ran and passed. */
    @JsonIgnore
    public boolean isGreen() {
      return status == Attempt.Status.PASSED;
    }
  }

  public Observed {
    tests = List.copyOf(tests);
    sights = List.copyOf(sights);
  }

  /** What became of a test, if it was asked for. */
  public Optional<Sight> of(TestRef test) {
    return sights.stream().filter(it -> it.test().equals(test)).findFirst();
  }
}
