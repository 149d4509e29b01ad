package ai.netra.loop.fix;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.fix.Fixers.Attempted.Escaped;
import ai.netra.loop.fix.Fixers.Attempted.Made;
import ai.netra.loop.fix.Fixers.Attempted.Voided;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs for which the sandbox is off: what they did is seen afterwards. */
class UnboundAgentIT {

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void lay() throws IOException {
    bench = new Bench(folder, Clock.systemUTC());
    bench.fixture().write("title", "broken\n");
    bench.fixture().commit("Change the title");
    Files.createDirectories(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anHonestOneMakesACandidate() {
    assertThat(attempt("echo mended > title; git commit -qam done; git stash list"))
        .isInstanceOf(Made.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "git branch evil                                             | refs/heads/evil",
        "echo x >> title; git stash -q                               | logs/refs/stash",
        "git config core.pager evil                                  | config",
        "echo x > $(git rev-parse --git-common-dir)/hooks/pre-commit | hooks/pre-commit",
        "echo x > $(git rev-parse --git-common-dir)/objects/info/alternates"
            + " | objects/info/alternates",
        "git worktree add -q ../other                                | refs/heads/other"
      })
  void aChangeOfTheCloneIsAnEscape(String script, String what) {
    assertThat(attempt(script))
        .isEqualTo(new Escaped("private clone: " + what + " is not what it was"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo x > %s/title                                    | the checkout's files",
        "cd %s && env -u GIT_OBJECT_DIRECTORY git branch evil | the checkout's refs",
        "cd %s && git checkout -q --detach                    | the checkout's HEAD"
      })
  void aChangeOfTheCheckoutVoidsTheCandidate(String script, String what) {
    assertThat(attempt("echo mended > title; " + script.formatted(bench.fixture().folder())))
        .isEqualTo(new Voided(what + " is not what it was"));
  }

  @Test
  void aChangeOfTheUsersSettingsVoidsTheCandidate() {
    Path settings = folder.resolve("home/.gitconfig");

    assertThat(attempt("echo mended > title; echo '[alias]' > " + settings))
        .isEqualTo(new Voided(settings + " is not what it was"));
  }

  @Test
  void aDaemonIsEndedWhereverItWent() {
    String name = "sleep 314159";
    attempt("(setsid " + name + " > /dev/null 2>&1 &); echo mended > title");

    assertThat(ProcessHandle.allProcesses().map(ProcessHandle::info))
        .noneMatch(it -> it.commandLine().orElse("").endsWith(name));
  }

  private Attempted attempt(String script) {
    return bench.attempt(
        """
        policy: { sandbox: { off: 2999-12-31, reason: to see what is seen without it } }
        fixers: [{ kind: agent, name: first, command: "${env:AGENT}", time: 20s }]
        """,
        bench.assignment(bench.culprit(), null),
        Map.of("AGENT", script, "PATH", System.getenv("PATH"), "HOME", folder + "/home"));
  }
}
