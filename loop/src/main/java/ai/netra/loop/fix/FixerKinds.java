package ai.netra.loop.fix;

import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.fix.Fixers.Setting;
import ai.netra.loop.project.Project.FixerSpec;

/** Makes a fixer of each kind from what a project declares of it. */
final class FixerKinds {

  private final Setting setting;
  private final Trees trees;
  private final Spending spending;

  FixerKinds(Setting setting) {
    this.setting = setting;
    this.trees = new Trees(setting.workspace().checkout().changes());
    this.spending = new Spending(setting.project().mending().budget().usd());
  }

  Spending spending() {
    return spending;
  }

  Fixer of(FixerSpec spec) {
    return switch (spec.kind()) {
      case REVERT -> new RevertFixer(spec, trees, setting.workspace().clock());
      case RESTORE_CONFIG -> new ConfigFixer(spec, trees);
      case RECIPE ->
          assignment -> new Attempted.None("no recipe is known for this kind of mechanism");
      case AGENT -> new AgentFixer(spec, setting, trees, spending);
      case HUMAN -> new HumanFixer(setting);
    };
  }
}
