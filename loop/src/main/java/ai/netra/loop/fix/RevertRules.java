package ai.netra.loop.fix;

import ai.netra.loop.project.Project.FixerKind;
import ai.netra.loop.project.Project.FixerSpec;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.Culprit.Found;
import ai.netra.loop.record.Hunk;
import ai.netra.loop.workspace.Changes;
import ai.netra.loop.workspace.Changes.Past;
import ai.netra.loop.workspace.Globs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must not be reverted by a machine; each rule answers with its reason. */
final class RevertRules {

  private static final Globs MIGRATIONS =
      new Globs(List.of("db/migration/**", "**/db/migration/**", "*.sql", "**/*.sql"));

  private static final Pattern SECURITY =
      Pattern.compile("\\b(security|vulnerab\\w*|cve-\\d+)\\b", Pattern.CASE_INSENSITIVE);

  /** What a fixer of this kind writes that has no name of its own. */
  private static final String ANY_REVERT = Change.BY + FixerKind.REVERT.word() + " ";

  private static final Duration DAY = Duration.ofDays(1);

  private final FixerSpec spec;
  private final Changes changes;
  private final Clock clock;

  RevertRules(FixerSpec spec, Changes changes, Clock clock) {
    this.spec = spec;
    this.changes = changes;
    this.clock = clock;
  }

  /** Why the culprit must stay; empty where it may be taken out. */
  Optional<String> againstCulprit(Culprit culprit) {
    if (!verified(culprit)) {
      return Optional.of("no culprit is verified by alternating runs with its parent");
    }
    return culprit.commits().stream()
        .flatMap(commit -> againstCommit(commit).stream())
        .findFirst()
        .or(this::tooMany);
  }

  private static boolean verified(Culprit culprit) {
    boolean found = culprit.found() == Found.COMMIT || culprit.found() == Found.RANGE;
    return found
        && !culprit.commits().isEmpty()
        && culprit.parent().runs() > 0
        && culprit.culprit().red() * culprit.parent().runs()
            > culprit.parent().red() * culprit.culprit().runs();
  }

  private Optional<String> againstCommit(String id) {
    Optional<Past> found = changes.past(id);
    if (found.isEmpty()) {
      return Optional.of("commit " + id + " is not in the history");
    }
    Past commit = found.get();
    Instant oldest = clock.instant().minus(spec.maxAge());
    if (commit.time().isBefore(oldest)) {
      return Optional.of(
          "commit %s of %s is older than max_age, %s"
              .formatted(id, commit.time(), days(spec.maxAge())));
    }
    if (isOurRevert(commit)) {
      return Optional.of("commit " + id + " is itself a revert of the loop's");
    }
    if (SECURITY.matcher(commit.message()).find()) {
      return Optional.of("commit " + id + " is a security fix by its message");
    }
    return Optional.empty();
  }

  private static String days(Duration time) {
    return time.toDays() > 0 ? time.toDays() + " day(s)" : time.toString();
  }

  private boolean isOurRevert(Past commit) {
    return commit
        .message()
        .lines()
        .anyMatch(line -> line.startsWith(ourRevert()) || line.startsWith(ANY_REVERT));
  }

  private String ourRevert() {
    return Change.BY + spec.name() + " ";
  }

  private Optional<String> tooMany() {
    int today = changes.saying(ourRevert(), clock.instant().minus(DAY)).size();
    return today < spec.perDay()
        ? Optional.empty()
        : Optional.of(
            "per_day allows %d revert(s), and %d were made in the last 24 hours"
                .formatted(spec.perDay(), today));
  }

  /** Why these hunks must stay; empty where they may be taken out. */
  Optional<String> againstHunks(List<Hunk> hunks) {
    if (hunks.isEmpty()) {
      return Optional.of("the culprit has no hunk that could be taken out");
    }
    return hunks.stream()
        .map(Hunk::file)
        .distinct()
        .flatMap(file -> againstFile(file).stream())
        .findFirst();
  }

  private Optional<String> againstFile(String file) {
    if (MIGRATIONS.matches(file)) {
      return Optional.of(file + " is a migration, which may have changed data that are kept");
    }
    return changes
        .lastOf(file)
        .filter(this::isOurRevert)
        .map(last -> file + " has an open revert of the loop's, " + last.id());
  }
}
