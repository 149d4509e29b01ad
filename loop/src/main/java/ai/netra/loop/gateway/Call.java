package ai.netra.loop.gateway;

import ai.netra.loop.record.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An exchange under way. The request's side and the answer's side each write their own half; the
 * one that ends last, or the end of the connection, makes it a record.
 */
final class Call {

  /**
   * What is known when it begins.
   *
   * @param window the attempt it belongs to
   * @param trace what the service is given as parent
   * @param clientTraceId the client's own trace id where it is not the attempt's
   */
  record Origin(
      long id,
      Calls.Place place,
      @Nullable Window window,
      @Nullable Phase phase,
      @Nullable TraceParent trace,
      @Nullable String clientTraceId,
      Calls.Asked asked,
      Instant started,
      long startNanos) {

    /** The lane of the listener, else of the attempt; -1 for neither. */
    int lane() {
      boolean none = !place.site().isLane();
      return none && window != null ? window.lane() : place.site().lane();
    }
  }

  private final Origin origin;
  private final Connection connection;
  private final Meter request;
  private final Meter response;
  private final FrameLog frames = new FrameLog();
  private final AtomicInteger openSides = new AtomicInteger(2);
  private final CompletableFuture<Boolean> upgrade = new CompletableFuture<>();
  private volatile @Nullable String fault;
  private volatile @Nullable Integer status;
  private volatile boolean complete;
  private volatile long firstByteMicros;

  Call(Origin origin, int keptBytes) {
    this.origin = origin;
    this.connection = origin.place().connection();
    this.request = new Meter(keptBytes);
    this.response = new Meter(keptBytes);
  }

  Origin origin() {
    return origin;
  }

  Meter request() {
    return request;
  }

  Meter response() {
    return response;
  }

  FrameLog frames() {
    return frames;
  }

  @Nullable String fault() {
    return fault;
  }

  @Nullable Integer status() {
    return status;
  }

  boolean isComplete() {
    return complete;
  }

  long firstByteMicros() {
    return firstByteMicros;
  }

  /** The host under which the client asked, without a port. */
  String clientHost() {
    return origin.asked().host();
  }

  long elapsedMicros() {
    return (connection.nanoTime() - origin.startNanos()) / 1_000;
  }

  void firstByte() {
    firstByteMicros = firstByteMicros == 0 ? elapsedMicros() : firstByteMicros;
  }

  /** Whether the test made it, or somebody unknown, and no service. */
  boolean isOfTest() {
    return !origin.place().site().isBetweenServices();
  }

  /** Whether the attempt's calls are refused now. */
  boolean isRefused() {
    Window window = origin.window();
    return origin.place().mode() instanceof Fault.Mode.Refuse
        || (window != null && isOfTest() && window.refuses());
  }

  /** What is done to its answer, if something is. */
  Optional<Fault.Change> change() {
    Window window = origin.window();
    return window == null || origin.phase() == null || !isOfTest()
        ? Optional.empty()
        : window.change(origin.phase(), origin.place().site().service(), origin.asked());
  }

  /** The status that the gateway answers itself, if it does. */
  OptionalInt statusInstead() {
    if (change().orElse(null) instanceof Fault.Change.Status(int code)) {
      return OptionalInt.of(code);
    }
    return origin.place().mode() instanceof Fault.Mode.Status(int code)
        ? OptionalInt.of(code)
        : OptionalInt.empty();
  }

  /** How long it is held up before it is passed on. */
  Duration delay() {
    return origin.place().mode() instanceof Fault.Mode.Delay(Duration time) ? time : Duration.ZERO;
  }

  /** A fault mode fired on it and let it go on. */
  void disturbed(String faultName) {
    fault = faultName;
  }

  /** Whether its answer is dropped: when it began in a phase whose answers are. */
  boolean isDropped() {
    Window window = origin.window();
    return origin.place().mode() instanceof Fault.Mode.Drop
        || (window != null && isOfTest() && origin.phase() != null && window.drops(origin.phase()));
  }

  /** Whether frames to the client are dropped now. */
  boolean dropsFrames() {
    Window window = origin.window();
    return window != null && isOfTest() && window.drops(window.phase());
  }

  /**
   * Ends its connection at once, unless its answer is whole already; {@code faultName} is the fault
   * mode that did it, if one did.
   */
  void cut(@Nullable String faultName) {
    if (complete) {
      return;
    }
    fault = faultName;
    frames.end("gateway");
    connection.cut();
  }

  /** The answer to the request for a socket: yes or no. */
  void upgraded(boolean yes) {
    upgrade.complete(yes);
  }

  boolean isUpgraded() {
    return upgrade.getNow(false);
  }

  /** Waits until the service said whether this becomes a socket. */
  boolean awaitUpgrade() {
    return upgrade.join();
  }

  /** The status of the answer, once its head passed. */
  void answered(int code) {
    status = code;
  }

  void requestEnded() {
    sideEnded();
  }

  /** All of the answer was read. To be told before its last bytes are sent. */
  void answeredWhole() {
    complete = true;
  }

  /** The answer's side is over. */
  void responseEnded() {
    upgrade.complete(false);
    sideEnded();
  }

  private void sideEnded() {
    if (openSides.decrementAndGet() == 0) {
      connection.record(this);
    }
  }
}
