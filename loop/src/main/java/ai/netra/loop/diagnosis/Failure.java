package ai.netra.loop.diagnosis;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Cluster.Kind;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.Proof.State;
import ai.netra.loop.record.TestRef;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test that is not proved, as the last full run shows it.
 *
 * @param attempt the last that did not pass, else the last; null where the runner told of none
 * @param answers what the attempt got, in order
 * @param source the file that holds the test, and the line
 */
record Failure(
    Fact<Proof> proof, @Nullable Fact<Attempt> attempt, List<Answered> answers, String source) {

  Failure {
    answers = List.copyOf(answers);
  }

  TestRef test() {
    return new TestRef(proof.entry().suite(), proof.entry().test());
  }

  String outcome() {
    return proof.entry().outcome().name().toLowerCase(Locale.ROOT);
  }

  /** A test that never came to a call, for code of the suite itself threw, tells of the suite. */
  Kind kind() {
    return switch (proof.entry().outcome()) {
      case UNPROVEN, SKIPPED, PROVED -> Kind.UNPROVEN;
      case ERROR -> answers.isEmpty() && !frames().isEmpty() ? Kind.SUITE : Kind.TEST;
      case FAILED, FLAKY, NOT_RUN -> Kind.TEST;
    };
  }

  String message() {
    return attempt == null ? "" : Objects.requireNonNullElse(attempt.entry().message(), "");
  }

  String template() {
    return Messages.template(message());
  }

  /** Assertions are one type, whatever library checks them. */
  String errorType() {
    if (attempt == null || attempt.entry().status() == Status.FAILED) {
      return "assertion";
    }
    return Objects.requireNonNullElse(attempt.entry().errorType(), "");
  }

  List<String> frames() {
    return attempt == null
        ? List.of()
        : Messages.frames(Objects.requireNonNullElse(attempt.entry().stack(), ""));
  }

  /** The last answer that the message of the failure speaks of. */
  Optional<Answered> named() {
    String text = message();
    return answers.stream().filter(it -> it.isNamedIn(text)).reduce((_, later) -> later);
  }

  Optional<Answered> last() {
    return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
  }

  /** The answer that is most likely wrong. */
  Optional<Answered> suspect() {
    return named().or(this::last);
  }

  /** The parts of its proof that it lacks, each with the template of the reason. */
  String gap() {
    return proof.entry().parts().stream()
        .filter(it -> it.state() == State.MISSING || it.state() == State.CONTRADICTED)
        .map(it -> it.name() + " " + Messages.template(it.reason()))
        .findFirst()
        .orElse("");
  }

  /** What happened, for people. */
  String sentence() {
    String where = suspect().map(it -> " at " + it.words()).orElse("");
    return switch (kind()) {
      case UNPROVEN -> outcome() + ": " + lacks();
      case TEST, SUITE, DEPLOY -> outcome() + ": " + Messages.sentence(message()) + where;
    };
  }

  /** The first part of its proof that is not there, with its reason. */
  String lacks() {
    return proof.entry().parts().stream()
        .filter(it -> it.state() == State.MISSING || it.state() == State.CONTRADICTED)
        .map(it -> "part " + it.number() + " " + it.name() + ", " + it.reason())
        .findFirst()
        .orElse("no part of the proof is missing");
  }
}
