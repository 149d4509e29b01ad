package ai.netra.bench;

import java.util.List;

/** How long each service takes from its start to ready, beside a bare one of the same stack. */
final class ServiceStarts implements Measurement {

  @Override
  public String name() {
    return "starts";
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public List<Figure> figures(Setting setting) {
    BareService bareAuth = BareService.trained("auth", BareServlet.class, setting);
    BareService bareBackend = BareService.trained("backend", BareFlux.class, setting);
    int times = setting.times(5, 2);
    double[][] millis = new double[4][times];
    double[][] mebibytes = new double[2][times];
    for (int i = 0; i < times; i++) {
      try (Platform platform = Platform.start(setting, "start-" + i)) {
        millis[0][i] = platform.auth().startMillis();
        millis[1][i] = platform.backend().startMillis();
        mebibytes[0][i] = platform.auth().process().residentMebibytes();
        mebibytes[1][i] = platform.backend().process().residentMebibytes();
      }
      millis[2][i] = bareAuth.startMillis();
      millis[3][i] = bareBackend.startMillis();
    }
    return List.of(
        start("auth, start to ready", millis[0], millis[2]),
        start("backend, start to ready", millis[1], millis[3]),
        Figure.of("auth, resident when ready", "MiB", Samples.of(mebibytes[0])),
        Figure.of("backend, resident when ready", "MiB", Samples.of(mebibytes[1])));
  }

  private static Figure start(String name, double[] own, double[] bare) {
    return Figure.of(name, "ms", Samples.of(own))
        .beside("bare service of the same libraries", Samples.of(bare))
        .toReach("≤ 3000; ratio ≤ 1.5");
  }
}
