package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.workspace.ProcessGroup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A service whose process runs.
 *
 * @param intent the journal line that announced it, written at {@code intended}
 */
record Started(Launch launch, ProcessGroup group, long intent, Instant intended) {

  String name() {
    return launch.service().name();
  }

  Readiness.Asked asked() {
    ServiceSpec.ReadySpec ready = launch.service().ready();
    return new Readiness.Asked(
        ready, launch.mainPort(), launch.artifact().build(), group::holdsPort);
  }

  Path log() {
    return launch.seat().log();
  }

  /** All that its process writes. */
  List<Path> logs() {
    return List.of(log(), launch.seat().errors());
  }

  String lastLines() {
    return LogTail.sentence(logs());
  }

  void stop() {
    group.stop(launch.startSpec().stop());
  }
}
