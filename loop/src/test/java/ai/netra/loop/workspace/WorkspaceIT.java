package ai.netra.loop.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Fixture;
import ai.netra.loop.workspace.Workspace.Opening;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceIT {

  @TempDir private Path folder;

  @Test
  void aSecondOwnerIsRefusedWithTheNameOfTheFirst() {
    Fixture fixture = Fixture.in(folder.resolve("checkout"));
    StateDirectory state = StateDirectory.at(folder.resolve("state"));
    try (Workspace first = opened(fixture, state)) {
      assertThat(Workspace.open(fixture.folder(), state, "loop", Clock.systemUTC()))
          .isInstanceOfSatisfying(
              Opening.Taken.class,
              taken ->
                  assertThat(taken.owner())
                      .startsWith("process " + ProcessHandle.current().pid() + ", born "));
      assertThat(first.state()).isEqualTo(state);
    }
  }

  @Test
  void aClosedWorkspaceCanBeOpenedAgain() {
    Fixture fixture = Fixture.in(folder.resolve("checkout"));
    StateDirectory state = StateDirectory.at(folder.resolve("state"));
    opened(fixture, state).close();

    try (Workspace second = opened(fixture, state)) {
      assertThat(second.checkout().tree().dirty()).isFalse();
    }
  }

  @Test
  void theStateDirectoryCarriesTheProjectsNameAndOneHashACheckout() {
    Map<String, String> environment = Map.of("XDG_STATE_HOME", folder.resolve("xdg").toString());

    StateDirectory one = StateDirectory.of(folder, "shop", environment);
    StateDirectory again = StateDirectory.of(folder.resolve("xdg/.."), "shop", environment);
    StateDirectory other = StateDirectory.of(folder.resolve("xdg"), "shop", environment);

    assertThat(one.root().toString()).matches(folder.resolve("xdg/netra") + "/shop-[0-9a-f]{12}");
    assertThat(again).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  private static Workspace opened(Fixture fixture, StateDirectory state) {
    return ((Opening.Opened) Workspace.open(fixture.folder(), state, "loop", Clock.systemUTC()))
        .workspace();
  }
}
