package ai.netra.backend;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ConfigurableApplicationContext;

/** Ends the process: with 0 after a signal and an ordered stop, with 1 after a failed start. */
final class Stop {

  private static final AtomicBoolean FAILED = new AtomicBoolean();

  private Stop() {}

  /** A signal closes the context, which drains; the process then ends with 0, not with 143. */
  static void onSignal(ConfigurableApplicationContext context) {
    Thread stop =
        new Thread(
            () -> {
              context.close();
              if (!FAILED.get()) {
                Runtime.getRuntime().halt(0);
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
  }

  static void failed() {
    FAILED.set(true);
    System.exit(1);
  }
}
