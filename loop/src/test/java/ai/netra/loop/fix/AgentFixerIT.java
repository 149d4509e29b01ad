package ai.netra.loop.fix;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.fix.Fixers.Attempted.Blocked;
import ai.netra.loop.fix.Fixers.Attempted.Failed;
import ai.netra.loop.fix.Fixers.Attempted.Made;
import ai.netra.loop.fix.Fixers.Attempted.None;
import ai.netra.loop.record.Candidate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs in the sandbox: honest ones, and some that are not. */
class AgentFixerIT {

  private static final None NOTHING = new None("nothing was changed");
  private static final String TEST = "tests/items/ItemsTest.java";

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void lay() {
    bench = new Bench(folder, Clock.systemUTC());
    bench.fixture().write("title", "broken\n");
    bench.fixture().write("text/page", "one\n");
    bench.fixture().commit("Change the title");
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    assertThat(bench.fixture().git("status", "--porcelain")).isEmpty();
    assertThat(bench.workspace().state().work()).isEmptyDirectory();
    assertThat(bench.workspace().state().root().resolve("clone.git/worktrees"))
        .satisfiesAnyOf(
            it -> assertThat(it).doesNotExist(), it -> assertThat(it).isEmptyDirectory());
    bench.close();
  }

  @Test
  void aChangedFileIsACandidate() {
    Made made = made("echo mended > title");

    assertThat(made.candidate())
        .returns(List.of("title"), Candidate::files)
        .returns("first", Candidate::fixer)
        .returns(bench.tree(), Candidate::base);
    assertThat(made.candidate().patch()).contains("-broken\n+mended\n");
    assertThat(bench.changes().text(made.candidate().tree(), "title")).contains("mended\n");
  }

  @Test
  void severalFilesMayChangeComeAndGo() {
    Made made = made("echo mended > title; echo new > more; rm text/page; chmod +x netra.yaml");

    assertThat(made.candidate().files())
        .containsExactly("more", "netra.yaml", "text/page", "title");
    assertThat(bench.changes().text(made.candidate().tree(), "text/page")).isEmpty();
  }

  @Test
  void itReadsTheBriefAndFindsTheToolsOfTheMachine() throws IOException {
    Made made =
        made(
            "grep -q 'GET /notes answers 500' $NETRA_BRIEF/brief.md"
                + " && grep -q swallowed $NETRA_BRIEF/brief.md && cat $NETRA_BRIEF/rubric.md"
                + " && test -f $NETRA_BRIEF/evidence/exchanges.json && git log --oneline"
                + " && git status && sed -i s/broken/mended/ title");

    assertThat(made.candidate().files()).containsExactly("title");
    assertThat(output()).contains("What the audit looks for", "What is to be mended");
  }

  @Test
  void itSeesTheListedVariablesOnly() throws IOException {
    attempt("env | sed 's/=.*//' | sort");

    assertThat(output().lines().toList())
        .containsExactly(
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_OBJECT_DIRECTORY",
            "HOME",
            "LANG",
            "NETRA_BRIEF",
            "NETRA_FIXER",
            "PATH",
            "PWD",
            "TMPDIR");
  }

  @Test
  void aCommitOfItsOwnIsNoPartOfTheCandidateButItsFilesAre() {
    Made made = made("echo mended > title && git commit -qam 'I did it' && git log -1");

    assertThat(made.candidate().files()).containsExactly("title");
    assertThat(bench.changes().saying("I did it", Instant.EPOCH)).isEmpty();
  }

  @Test
  void whatIsOnlyInACommitOfItsOwnIsNothing() {
    assertThat(attempt("echo mended > title && git commit -qam 'I did it' && echo broken > title"))
        .isEqualTo(NOTHING);
  }

  @Test
  void aClaimWithoutAChangeIsNothing() throws IOException {
    assertThat(attempt("echo 'All tests pass now.'")).isEqualTo(NOTHING);
    assertThat(output()).isEqualTo("All tests pass now.\n");
  }

  @Test
  void anEditedTestIsNamedByTheCandidate() {
    assertThat(made("echo > " + TEST).candidate().files()).containsExactly(TEST);
  }

  @Test
  void aProgramThatFailsMakesNoCandidate() {
    assertThat(attempt("echo mended > title; exit 3")).isEqualTo(new Failed("ended with status 3"));
  }

  @Test
  void oneThatHangsAndHearsNoTermIsKilled() {
    assertThat(attempt("trap '' TERM; echo mended > title; while :; do sleep 1; done"))
        .isEqualTo(new Failed("ran longer than 3 s and was ended"));
  }

  @Test
  void aFloodOfOutputIsEndedAndCut() throws IOException {
    assertThat(attempt("yes")).isEqualTo(new Failed("wrote more than 8388608 bytes and was ended"));
    assertThat(outputFile()).hasSize(8L * 1024 * 1024);
  }

  @Test
  void aDaemonEndsWithItsAttempt() {
    String name = "sleep 271828";
    made("(setsid " + name + " > /dev/null 2>&1 &); echo mended > title");

    assertThat(ProcessHandle.allProcesses().map(ProcessHandle::info))
        .noneMatch(it -> it.commandLine().orElse("").endsWith(name));
  }

  @Test
  void itCannotKillItsParent() {
    Made made = made("kill -9 $PPID; kill -9 1; kill -9 " + own() + "; echo mended > title");

    assertThat(made.candidate().files()).containsExactly("title");
  }

  private static long own() {
    return ProcessHandle.current().pid();
  }

  @Test
  void nothingOutsideItsWorktreeCanBeWritten() {
    List<String> deeds =
        List.of(
            "echo x > %s/title",
            "echo x > %s/.git/hooks/post-commit",
            "echo x >> %s/.git/config",
            "echo x > $NETRA_BRIEF/brief.md",
            "git branch evil",
            "git config core.pager evil",
            "git update-ref refs/stash HEAD",
            "echo x > $(git rev-parse --git-common-dir)/hooks/pre-commit",
            "rm -rf $(git rev-parse --git-common-dir)/objects",
            "echo x > /usr/bin/evil",
            "echo x > /proc/sys/kernel/core_pattern",
            "unshare -Ur mount -o remount,bind,rw /usr && echo out > title",
            "mount -o remount,bind,rw /usr && echo out > title");
    String script = deeds.stream().map("(%s) 2>&1; "::formatted).collect(Collectors.joining());

    assertThat(attempt(script.replace("%s", "" + bench.fixture().folder()) + "true"))
        .isEqualTo(NOTHING);
  }

  @Test
  void neitherStateNorCheckoutNorHomeCanBeRead() throws IOException {
    Path key = bench.workspace().state().root().resolve("signing.key");
    Files.writeString(key, "hush");
    Path note = Files.writeString(folder.resolve("note"), "hush");
    bench.fixture().write("target/built", "hush");

    Attempted ended =
        attempt(
            "cat %s %s %s /etc/shadow /proc/%d/environ > loot 2> /dev/null; ls -a %s > list; true"
                .formatted(
                    key,
                    note,
                    bench.fixture().folder().resolve("target/built"),
                    own(),
                    bench.workspace().state().root()));

    Made made = (Made) ended;
    assertThat(bench.changes().text(made.candidate().tree(), "loot")).contains("");
    assertThat(bench.changes().text(made.candidate().tree(), "list").orElseThrow())
        .doesNotContain("signing.key", "runs", "inbox");
  }

  @Test
  void noPortOfTheMachineCanBeReached() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String connect = "bash -c 'exec 3<>/dev/tcp/127.0.0.1/%d'".formatted(server.getLocalPort());
      assertThat(attempt("if " + connect + "; then echo reached > title; fi")).isEqualTo(NOTHING);

      CompletableFuture<Socket> first = CompletableFuture.supplyAsync(() -> accept(server));
      try (Socket own = new Socket(server.getInetAddress(), server.getLocalPort());
          Socket seen = first.get()) {
        assertThat(seen.getPort()).isEqualTo(own.getLocalPort());
      }
    }
  }

  private static Socket accept(ServerSocket server) {
    try {
      return server.accept();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aLinkOutOfTheWorktreeIsKeptAsALink() {
    Made made = made("ln -s /etc/passwd title2");

    assertThat(bench.changes().text(made.candidate().tree(), "title2")).contains("/etc/passwd");
  }

  @Test
  void aWorktreeThatGitDoesNotTakeIsAFailure() {
    assertThat(attempt("git init -q lib && cd lib && git commit -q --allow-empty -m x"))
        .isInstanceOf(Failed.class)
        .extracting(Attempted::told)
        .asString()
        .contains("a folder of it is a repository of its own");
  }

  @Test
  void whatItForbidsCanBeRemovedAllTheSame() {
    assertThat(attempt("mkdir -p target/a && chmod 000 target/a target; true")).isEqualTo(NOTHING);
  }

  @Test
  void whatIsMissingBlocksItBeforeItStarts() {
    assertThat(agent("command: \"${env:NO_AGENT}\"", ""))
        .isEqualTo(new Blocked("${env:NO_AGENT} has no value here"));
    assertThat(agent("acp: agent", ""))
        .isEqualTo(
            new Blocked("the Agent Client Protocol is not spoken here: 'command' is required"));
    assertThat(agent("command: 'true'", "policy: { network: [api.example] }\n"))
        .isEqualTo(new Blocked("policy.network names api.example, and the sandbox opens no host"));
    assertThat(agent("command: 'true', money: 2 USD", ""))
        .isEqualTo(
            new Blocked("an attempt may cost 2 USD, and of budget.money, 0 USD, 0 USD are spent"));
  }

  private Made made(String script) {
    Attempted attempted = attempt(script);
    assertThat(attempted).as(attempted.told()).isInstanceOf(Made.class);
    return (Made) attempted;
  }

  private Attempted attempt(String script) {
    return bench.attempt(
        "fixers: [{ kind: agent, name: first, command: \"${env:AGENT}\", time: 3s }]\n",
        bench.assignment(bench.culprit(), null),
        Map.of("AGENT", script, "PATH", System.getenv("PATH"), "HOME", folder + "/home"));
  }

  private Attempted agent(String keys, String more) {
    return bench.attempt(
        "fixers: [{ kind: agent, " + keys + " }]\n" + more,
        bench.assignment(bench.culprit(), null),
        Map.of());
  }

  private String output() throws IOException {
    return Files.readString(outputFile());
  }

  private Path outputFile() {
    return bench.run().resolve("fixers/1-c1-1/output");
  }
}
