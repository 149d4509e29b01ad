package ai.netra.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Pings over an authenticated socket, one at a time, beside the same frames over a bare Netty echo,
 * in alternating rounds, so that what else the machine does meets both.
 */
final class RoundTrips implements Measurement {

  private static final String PING = "{\"type\":\"ping\",\"payload\":{\"timestamp\":1}}";
  private static final int WARM_UP = 2_000;

  @Override
  public String name() {
    return "round-trips";
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public List<Figure> figures(Setting setting) {
    try (Platform platform = Platform.start(setting, "round-trips");
        Peer echo = Peer.echo(setting);
        Frames own = new Frames(platform.socketUrl(), platform.user().token());
        Frames bare = new Frames(echo.url(), null)) {
      own.await("connection_established");
      roundTrips(own, "\"pong\"", WARM_UP);
      roundTrips(bare, "\"ping\"", WARM_UP);
      return List.of(measured(own, bare, setting.times(10, 2), 1_000));
    }
  }

  private static Figure measured(Frames own, Frames bare, int rounds, int pings) {
    double[] ours = new double[rounds * pings];
    double[] theirs = new double[rounds * pings];
    for (int round = 0; round < rounds; round++) {
      System.arraycopy(roundTrips(own, "\"pong\"", pings), 0, ours, round * pings, pings);
      System.arraycopy(roundTrips(bare, "\"ping\"", pings), 0, theirs, round * pings, pings);
    }
    return Figure.of("socket ping round trip, authenticated", "ms", Samples.of(ours))
        .beside("bare Netty echo", Samples.of(theirs))
        .toReach("p95 ≤ 2");
  }

  private static double[] roundTrips(Frames socket, String answer, int times) {
    double[] millis = new double[times];
    Arrays.setAll(
        millis,
        i -> {
          long start = socket.send(PING);
          return (socket.await(answer).nanos() - start) / 1e6;
        });
    return millis;
  }
}
