package ai.netra.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How long {@code netra --help} takes, from the shell's start to its end. */
final class HelpStart implements Measurement {

  @Override
  public String name() {
    return "help";
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public List<Figure> figures(Setting setting) throws InterruptedException {
    once(setting); // the first one fills the file cache
    double[] millis = new double[setting.times(20, 5)];
    for (int i = 0; i < millis.length; i++) {
      millis[i] = once(setting);
    }
    return List.of(Figure.of("`netra --help`", "ms", Samples.of(millis)).toReach("≤ 400"));
  }

  private static double once(Setting setting) throws InterruptedException {
    Path log = setting.work().resolve("help.log");
    long start = System.nanoTime();
    try (Child help = Child.start(List.of("./netra", "--help"), setting.root(), Map.of(), log)) {
      if (help.process().waitFor() != 0) {
        throw new IllegalStateException("./netra --help failed; see " + log);
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
