package ai.netra.bench;

import java.util.List;

/**
 * From a message that leaves a socket to the frames of its run: stored and told, started, completed
 * by the deterministic pipeline for a user without usage data.
 */
final class Messages implements Measurement {

  /** A question to which the answer needs no data. */
  static final String MESSAGE =
      "{\"type\":\"user_message\",\"payload\":{\"content\":\"What do I spend, and on what?\"}}";

  /** Below the burst of run starts of a user; then the next user goes on. */
  private static final int OF_A_USER = 50;

  private final List<String> frames =
      List.of("message_received", "agent_started", "agent_completed");

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public List<Figure> figures(Setting setting) {
    int users = setting.times(20, 2);
    double[][] millis = new double[frames.size()][users * OF_A_USER];
    try (Platform platform = Platform.start(setting, "messages")) {
      ask(platform, millis, 0); // a user for the warm-up; its times are written over
      for (int user = 0; user < users; user++) {
        ask(platform, millis, user * OF_A_USER);
      }
    }
    return List.of(
        Figure.of("message to `message_received`", "ms", Samples.of(millis[0])),
        Figure.of("message to `agent_started`", "ms", Samples.of(millis[1])).toReach("p95 ≤ 10"),
        Figure.of("message to `agent_completed`, no data", "ms", Samples.of(millis[2])));
  }

  private void ask(Platform platform, double[][] millis, int from) {
    try (Frames socket = new Frames(platform.socketUrl(), platform.user().token())) {
      socket.await("connection_established");
      for (int i = from; i < from + OF_A_USER; i++) {
        long start = socket.send(MESSAGE);
        for (int frame = 0; frame < frames.size(); frame++) {
          long arrived = socket.await("\"type\":\"" + frames.get(frame) + "\"").nanos();
          millis[frame][i] = (arrived - start) / 1e6;
        }
      }
    }
  }
}
