package ai.netra.loop.fix;

import ai.netra.loop.fix.Fixers.Assignment;
import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.fix.Fixers.Setting;
import java.nio.file.Path;

/** Tells a person what is known and where a commit is waited for. */
final class HumanFixer implements Fixer {

  private final Setting setting;

  HumanFixer(Setting setting) {
    this.setting = setting;
  }

  @Override
  public Attempted attempt(Assignment assignment) {
    String cluster = assignment.cluster().id();
    String branch = "netra/human/" + setting.run() + "-" + cluster;
    Path folder = setting.folder().resolve("briefs").resolve(cluster + "-" + assignment.n());
    String task =
        ("No other fixer has mended this. Commit a repair to branch %s; it is audited and tested"
                + " like any other.")
            .formatted(branch);
    Path page = new Brief(assignment, setting.project().audit()).write(folder, task);
    return new Attempted.Human(page, branch);
  }
}
