package ai.netra.probe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One attempt as its threads see it. It is bound to the lane's thread; threads started from there
 * inherit it, so that their calls and checks are the attempt's. Counters are atomic, the rest is
 * fixed.
 */
final class Binding {

  private static final InheritableThreadLocal<@Nullable Binding> BOUND =
      new InheritableThreadLocal<>();

  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;

  private final String traceId;
  private final Map<String, String> addresses;
  private final Progress progress;
  private final AtomicInteger spans = new AtomicInteger();
  private final AtomicInteger checks = new AtomicInteger();

  Binding(String traceId, Map<String, String> addresses, Progress progress) {
    this.traceId = traceId;
    this.addresses = Map.copyOf(addresses);
    this.progress = progress;
  }

  /** The attempt of a plain runner: its trace id comes from the name alone. */
  static Binding standalone(String name) {
    return new Binding(
        HexFormat.of().formatHex(sha256(name), 0, TRACE_BYTES), Map.of(), new Progress(p -> {}));
  }

  static void bind(@Nullable Binding binding) {
    if (binding == null) {
      BOUND.remove();
      return;
    }
    BOUND.set(binding);
  }

  /** The calling thread's binding; null where it works for no attempt. */
  static @Nullable Binding bound() {
    return BOUND.get();
  }

  /** The calling thread's binding; a thread of no attempt gets one by its own name. */
  static Binding current() {
    Binding bound = BOUND.get();
    if (bound != null) {
      return bound;
    }
    Binding own = standalone("thread " + Thread.currentThread().getName());
    BOUND.set(own);
    return own;
  }

  String traceparent() {
    byte[] span = sha256(traceId + "/" + spans.incrementAndGet());
    return "00-" + traceId + "-" + HexFormat.of().formatHex(span, 0, SPAN_BYTES) + "-01";
  }

  String address(String variable) {
    String own = addresses.get(variable);
    String address = own == null ? System.getenv(variable) : own;
    if (address == null) {
      throw new IllegalStateException(
          "no address: the variable '" + variable + "' is not set and no lane has one for it");
    }
    return address;
  }

  Progress progress() {
    return progress;
  }

  void countCheck() {
    checks.incrementAndGet();
  }

  int checks() {
    return checks.get();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256; this one has not", e);
    }
  }
}
