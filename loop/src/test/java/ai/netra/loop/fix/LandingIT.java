package ai.netra.loop.fix;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Fixture;
import ai.netra.loop.fix.Landing.Landed;
import ai.netra.loop.workspace.Changes;
import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.StateDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits of the loop in a real checkout. */
class LandingIT {

  private static final String PROOF = "ab".repeat(32);

  @TempDir private Path folder;
  private Fixture fixture;
  private Checkout checkout;
  private Changes.Commit parent;
  private String tree;

  @BeforeEach
  void prepare() {
    fixture = Fixture.in(folder.resolve("project"));
    fixture.write("a", "1\n");
    fixture.commit("Say one");
    fixture.write("a", "2\n");
    fixture.commit("Say two");
    checkout = Checkout.at(fixture.folder(), StateDirectory.at(folder.resolve("state")));
    Changes changes = checkout.changes();
    parent = changes.head().orElseThrow();
    String before = changes.past("HEAD~1").orElseThrow().id();
    String base = checkout.branches().tree(before);
    tree = changes.without(parent.tree(), changes.hunks(base, parent.tree())).orElseThrow();
  }

  @Test
  void aCleanCheckoutMovesToTheCommitWithItsFiles() {
    Landed landed = land();
    assertThat(landed).isEqualTo(new Landed(landed.commit(), "main", true, ""));
    assertThat(fixture.git("rev-parse", "HEAD")).isEqualTo(landed.commit());
    assertThat(fixture.git("cat-file", "-p", "HEAD:a")).isEqualTo("1");
    assertThat(fixture.git("status", "--porcelain")).isEmpty();
    assertThat(fixture.git("log", "-1", "--format=%B"))
        .isEqualTo(
            "Take two back\n\nNetra-Run: R\nNetra-Change: revert 1/c1\nNetra-Proof: " + PROOF);
    assertThat(fixture.git("branch", "--list", "netra/*")).isEmpty();
    assertThat(fixture.git("fsck", "--no-dangling")).isEmpty();
  }

  @Test
  void whatWasLandedIsNotLandedAgain() {
    Landed landed = land();
    assertThat(land()).isEqualTo(landed);
    assertThat(fixture.git("rev-list", "--count", "HEAD")).isEqualTo("4");
  }

  @Test
  void aLoopThatWasKilledBeforeTheCheckoutMovedFindsItsCommit() {
    fixture.write("new", "text");
    Landed waits = land();
    fixture.git("clean", "-fq");
    assertThat(land()).isEqualTo(new Landed(waits.commit(), "main", true, ""));
  }

  @Test
  void aCheckoutWithChangesKeepsThemAndTheCommitWaitsOnItsOwnBranch() {
    fixture.write("a", "mine\n");
    assertWaits("changes that no commit has");
    assertThat(fixture.git("status", "--porcelain")).isEqualTo("M a");
  }

  @Test
  void aBranchThatHasMovedIsLeftAlone() {
    fixture.write("b", "1");
    fixture.commit("Go on");
    assertWaits("branch main has moved to");
  }

  @Test
  void aDetachedHeadIsLeftAlone() {
    fixture.git("checkout", "-q", "--detach");
    assertWaits("no branch is checked out");
  }

  @Test
  void aCheckoutInWhichGitIsAtWorkIsLeftAlone() {
    fixture.write(".git/index.lock", "");
    assertWaits("index.lock");
  }

  @Test
  void whatLandedIsFoundThoughTheUserWentOn() {
    Landed landed = land();
    fixture.write("b", "1");
    fixture.commit("Go on");
    String head = fixture.git("rev-parse", "HEAD");
    assertThat(land()).isEqualTo(landed);
    assertThat(fixture.git("rev-parse", "HEAD")).isEqualTo(head);
    assertThat(fixture.git("branch", "--list", "netra/*")).isEmpty();
  }

  @Test
  void aCommitThatWaitsIsNotLostByAnotherOne() {
    fixture.write("new", "text");
    Landed first = land();
    Landed second = land(order(2, checkout.changes().replaced(parent.tree(), "a", "3\n")));
    assertThat(second.branch()).isEqualTo("netra/R-2");
    assertThat(fixture.git("rev-parse", "netra/R", "netra/R-2"))
        .isEqualTo(first.commit() + "\n" + second.commit());
  }

  @Test
  void aBranchOfTheRunThatSomebodyHasCheckedOutDoesNotMoveUnderThem() {
    fixture.git("checkout", "-q", "-b", "netra/R");
    fixture.write("new", "text");
    Landed landed = land();
    assertThat(landed.branch()).isEqualTo("netra/R-2");
    assertThat(fixture.git("rev-parse", "netra/R")).isEqualTo(parent.id());
  }

  @Test
  void noHookOfTheCheckoutRuns() {
    fixture.write(".git/hooks/post-merge", "#!/bin/sh\ntouch hooked\n");
    assertThat(fixture.folder().resolve(".git/hooks/post-merge").toFile().setExecutable(true))
        .isTrue();
    assertThat(land().landed()).isTrue();
    assertThat(fixture.folder().resolve("hooked")).doesNotExist();
  }

  private void assertWaits(String reason) {
    String head = fixture.git("rev-parse", "HEAD");
    Landed landed = land();
    assertThat(landed.landed()).isFalse();
    assertThat(landed.branch()).isEqualTo("netra/R");
    assertThat(landed.reason()).contains(reason);
    assertThat(fixture.git("rev-parse", "HEAD")).isEqualTo(head);
    assertThat(fixture.git("rev-parse", "netra/R")).isEqualTo(landed.commit());
  }

  private Landed land() {
    return land(order(1, tree));
  }

  private Landed land(Landing.Order order) {
    return new Landing(checkout.changes(), checkout.branches(), "R").land(order);
  }

  private Landing.Order order(int round, String tree) {
    return new Landing.Order(round, "c1", "revert", tree, parent.id(), "Take two back", PROOF);
  }
}
