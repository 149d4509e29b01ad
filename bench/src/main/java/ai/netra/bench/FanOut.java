package ai.netra.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The runs of one user, followed on a hundred sockets: frames a second that arrive, each of ours
 * computed, committed and authorised; beside the same frames sent on by a bare Netty and by
 * Socket.IO.
 */
final class FanOut implements Measurement {

  private static final int CLIENTS = 100;

  /** Below the queue of a user; four times as many are below the burst of run starts. */
  private static final int RUNS_AT_ONCE = 20;

  private static final int TURNS = 4;

  @Override
  public String name() {
    return "fan-out";
  }

  @Override
  public boolean quick() {
    return false;
  }

  @Override
  public List<Figure> figures(Setting setting) throws InterruptedException {
    int rounds = setting.times(5, 1);
    double[] ours = new double[rounds];
    double[] bare = new double[rounds];
    double[] socketIo = new double[rounds];
    try (Platform platform = Platform.start(setting, "fan-out");
        Peer cast = Peer.cast(setting);
        Peer node = Peer.socketIo(setting)) {
      List<String> run = ownFrames(platform);
      own(platform); // warms up
      for (int round = 0; round < rounds; round++) {
        ours[round] = own(platform);
        bare[round] = cast(cast.url(), Speech.PLAIN, run);
        socketIo[round] = cast(node.url(), Speech.SOCKET_IO, run);
      }
    }
    String name = "frames of one user's runs on %d sockets".formatted(CLIENTS);
    Figure figure = Figure.of(name, "frames/s", Samples.of(ours));
    return List.of(
        figure.beside("bare Netty", Samples.of(bare)).toReach("≥ 370000"),
        figure.beside("Socket.IO 4", Samples.of(socketIo)));
  }

  /** The frames that a socket gets of one run. */
  private static List<String> ownFrames(Platform platform) {
    try (Frames socket = new Frames(platform.socketUrl(), platform.user().token())) {
      socket.await("connection_established");
      socket.send(Messages.MESSAGE);
      List<String> frames = new ArrayList<>();
      do {
        frames.add(socket.next().text());
      } while (!frames.getLast().contains("\"type\":\"agent_completed\""));
      return frames;
    }
  }

  private static double own(Platform platform) {
    String token = platform.user().token();
    try (Frames driver = new Frames(platform.socketUrl(), token);
        Crowd crowd = Crowd.join(platform.socketUrl(), Speech.NETRA, token, CLIENTS)) {
      long start = System.nanoTime();
      for (int turn = 1; turn <= TURNS; turn++) {
        IntStream.range(0, RUNS_AT_ONCE).forEach(i -> driver.send(Messages.MESSAGE));
        crowd.awaitEnds((long) turn * RUNS_AT_ONCE * CLIENTS);
      }
      return rate(crowd, start);
    }
  }

  private static double cast(String url, Speech speech, List<String> run) {
    try (Frames driver = new Frames(url, null);
        Crowd crowd = Crowd.join(url, speech, null, CLIENTS)) {
      if (speech == Speech.SOCKET_IO) {
        driver.await("0{");
        driver.send("40");
        driver.await("40{");
      }
      List<String> asked = run.stream().map(speech::asked).toList();
      long start = System.nanoTime();
      for (int i = 0; i < TURNS * RUNS_AT_ONCE; i++) {
        asked.forEach(driver::send);
      }
      crowd.awaitEnds((long) TURNS * RUNS_AT_ONCE * CLIENTS);
      return rate(crowd, start);
    }
  }

  private static double rate(Crowd crowd, long startNanos) {
    Tally tally = crowd.tally();
    return tally.frames() / ((tally.lastNanos() - startNanos) / 1e9);
  }
}
