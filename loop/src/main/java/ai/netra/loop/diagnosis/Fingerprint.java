package ai.netra.loop.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.record.Cluster.Kind;
import ai.netra.loop.workspace.Hashes;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes failures the same one in this run and in any other.
 *
 * @param hash in hex
 */
record Fingerprint(Kind kind, String hash) {

  static Fingerprint of(Kind kind, String... parts) {
    return of(kind, List.of(parts));
  }

  private static Fingerprint of(Kind kind, List<String> parts) {
    String text = kind + "\n" + String.join("\n", parts);
    return new Fingerprint(kind, Hashes.sha256(text.getBytes(UTF_8)));
  }

  /**
   * A wrong answer that the failure itself names is what it has in common with others; else all
   * that is known of it counts.
   */
  static Fingerprint of(Failure failure) {
    if (failure.kind() == Kind.UNPROVEN) {
      return of(Kind.UNPROVEN, failure.outcome(), failure.gap(), failure.source());
    }
    if (failure.kind() == Kind.SUITE) {
      return of(Kind.SUITE, failure.errorType(), failure.template());
    }
    List<String> parts = new ArrayList<>(List.of(failure.outcome()));
    failure
        .named()
        .ifPresentOrElse(
            it -> parts.add("answer " + it.words()),
            () -> {
              parts.add(failure.errorType());
              parts.add(failure.template());
              parts.addAll(failure.frames());
              failure.last().ifPresent(it -> parts.add(it.words()));
            });
    return of(failure.kind(), parts);
  }
}
