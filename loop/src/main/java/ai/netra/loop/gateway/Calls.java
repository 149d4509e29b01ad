package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ai.netra.loop.record.Exchange.Kind;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes calls: numbers them, finds whose they are, and gives each a parent id of its own. */
final class Calls {

  private static final Pattern RAW_TRACE =
      Pattern.compile("(?im)^traceparent:[ \\t]*([0-9a-f-]{55})[ \\t]*\\r?$");

  private final Windows windows;
  private final GatewaySettings settings;
  private final AtomicLong ids;

  Calls(Windows windows, GatewaySettings settings) {
    this.windows = windows;
    this.settings = settings;
    this.ids = new AtomicLong(settings.lastExchange());
  }

  /** Where a call begins, and what is done to it there. */
  record Place(Connection connection, Site site, Fault.@Nullable Mode mode, long connectMicros) {}

  /**
   * What was asked for; {@code host} is the one that the client named, without a port, {@code head}
   * the lines it sent.
   */
  record Asked(Kind kind, String method, String path, String host, List<String> head) {

    /** Nothing that can be read. */
    static final Asked BYTES = new Asked(Kind.RAW, "", "", Names.HOST, List.of());

    static Asked of(RequestHead head) {
      String host = head.head().values("Host").stream().findFirst().orElse(Names.HOST);
      return new Asked(
          Kind.HTTP, head.method(), head.target(), Names.host(host), head.head().lines());
    }
  }

  /** A request whose head can be read. */
  Call of(Place place, RequestHead head) {
    Optional<TraceParent> sent = TraceParent.of(head.head());
    Window window = window(place, sent);
    TraceParent trace = sent.map(parent -> parent.under(spanId())).orElse(null);
    if (trace == null && window != null && !hasTrace(head)) {
      trace = TraceParent.begin(window.traceId(), spanId());
    }
    return make(place, window, trace, Asked.of(head));
  }

  /** Bytes that are no request that can be read; a trace in them is found all the same. */
  Call ofBytes(Place place, byte[] bytes) {
    Matcher trace = RAW_TRACE.matcher(new String(bytes, ISO_8859_1));
    Optional<TraceParent> sent =
        trace.find() ? TraceParent.parse(trace.group(1)) : Optional.empty();
    return make(place, window(place, sent), sent.orElse(null), Asked.BYTES);
  }

  private static boolean hasTrace(RequestHead head) {
    return !head.head().values(TraceParent.NAME).isEmpty();
  }

  /** An attempt's own listener knows its attempt; else the trace id tells, else the lane. */
  private @Nullable Window window(Place place, Optional<TraceParent> sent) {
    if (place.site.own() != null) {
      return windows.at(place.site).orElse(null);
    }
    Optional<Window> traced = sent.flatMap(trace -> windows.ofTrace(trace.traceId()));
    return traced.or(() -> windows.at(place.site)).orElse(null);
  }

  private Call make(
      Place place, @Nullable Window window, @Nullable TraceParent trace, Asked asked) {
    Call.Origin origin =
        new Call.Origin(
            ids.incrementAndGet(),
            place,
            window,
            window == null ? null : window.phase(),
            trace,
            clientTraceId(window, trace),
            asked,
            settings.clock().instant(),
            settings.nanoTime().getAsLong());
    Call call = new Call(origin, settings.bodyBytes());
    if (window != null) {
      window.add(call);
    }
    return call;
  }

  private static @Nullable String clientTraceId(
      @Nullable Window window, @Nullable TraceParent trace) {
    if (trace == null || window == null || trace.traceId().equals(window.traceId())) {
      return null;
    }
    return trace.traceId();
  }

  /** A number for an exchange that is no call. */
  long id() {
    return ids.incrementAndGet();
  }

  private String spanId() {
    long id = settings.spanIds().getAsLong();
    while (id == 0) {
      id = settings.spanIds().getAsLong();
    }
    return HexFormat.of().toHexDigits(id);
  }
}
