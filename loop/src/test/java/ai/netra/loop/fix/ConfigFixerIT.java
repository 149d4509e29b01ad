package ai.netra.loop.fix;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.fix.Fixers.Attempted.Made;
import ai.netra.loop.fix.Fixers.Attempted.None;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.Hunk;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of a real project's file put back. */
class ConfigFixerIT {

  private static final String FIXER = "{ kind: restore-config }";
  private static final String FILE = "netra.yaml";

  @TempDir private Path folder;
  private Bench bench;
  private String parent;

  @BeforeEach
  void lay() {
    bench = new Bench(folder, Clock.systemUTC());
    parent = bench.tree();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aChangedKeyIsPutBackAndWhatElseTheCommitDidStays() {
    String before = bench.changes().text(parent, FILE).orElseThrow();
    bench.fixture().replace(FILE, "PORT: \"${port:http}\"", "PORT: \"1\"");
    bench.fixture().write("notes", "1\n");
    bench.fixture().commit("Take a port");
    List<Hunk> hunks = hunksOf(FILE);

    Made made = (Made) attempt(hunks, List.of("services.items.env.PORT"));

    assertThat(made.candidate()).returns(List.of(FILE), Candidate::files);
    assertThat(bench.changes().text(made.candidate().tree(), FILE)).contains(before);
    assertThat(bench.changes().text(made.candidate().tree(), "notes")).contains("1\n");
    assertThat(made.did()).isEqualTo("puts services.items.env.PORT back");
  }

  @Test
  void itLeavesCausesAloneThatAreNotInKeysAlone() {
    bench.fixture().replace(FILE, "PORT: \"${port:http}\"", "PORT: \"1\"");
    bench.fixture().write("notes", "1\n");
    bench.fixture().commit("Take a port");

    None none = new None("the cause is not in the keys of services alone");
    assertThat(attempt(hunksOf("notes"), List.of("services.items.env.PORT"))).isEqualTo(none);
    assertThat(attempt(hunksOf(FILE), List.of("services.items.start.command"))).isEqualTo(none);
    assertThat(attempt(hunksOf(FILE), List.of())).isEqualTo(none);
    assertThat(bench.attempt(FIXER, bench.assignment(bench.culprit(), null))).isEqualTo(none);
  }

  private List<Hunk> hunksOf(String file) {
    return bench.changes().hunks(parent, bench.tree()).stream()
        .filter(it -> it.file().equals(file))
        .toList();
  }

  private Attempted attempt(List<Hunk> hunks, List<String> keys) {
    return bench.attempt(FIXER, bench.assignment(bench.culprit(), Bench.minimal(hunks, keys)));
  }
}
