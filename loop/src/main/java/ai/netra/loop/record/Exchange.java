package ai.netra.loop.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and answer, or one socket, as the gateway saw it.
 *
 * @param id unique in the run, in the order of beginning
 * @param key the attempt it belongs to; null is {@code unattributed}, which is neither evidence nor
 *     contradiction
 * @param phase the phase of the attempt in which it began
 * @param service the service behind the listener
 * @param instance the attempt's own instance of the service; null for the deployment's
 * @param caller the attempt's own instance that made the call, which makes it no evidence; null for
 *     a call of the test
 * @param kind what crossed
 * @param traceId the trace id the service saw, 32 hex digits; null where what passed was not
 *     readable
 * @param spanId the parent id the gateway put in, 16 hex digits: the receipt's {@code parent_id}
 * @param clientTraceId the client's own trace id where it differs
 * @param status the answer's status; null when it ended without a complete answer
 * @param complete whether the whole answer was seen
 * @param fault the fault mode that fired on it, by name
 * @param keys the JSON keys of the answer body in document order, without values; empty for none
 */
public record Exchange(
    long id,
    @Nullable TestKey key,
    @Nullable Phase phase,
    String service,
    @Nullable String instance,
    @Nullable String caller,
    Kind kind,
    @Nullable String traceId,
    @Nullable String spanId,
    @Nullable String clientTraceId,
    int lane,
    String method,
    String path,
    @Nullable Integer status,
    boolean complete,
    @Nullable String fault,
    Body request,
    Body response,
    List<String> keys,
    Instant started,
    long connectMicros,
    long firstByteMicros,
    long totalMicros,
    @Nullable Socket socket)
    implements Entry {

  /**
   * HTTP, a WebSocket, bytes that could not be read as either, or what an attempt did with a
   * process of its own: {@code method} is the order, {@code path} the instance, {@code status} the
   * exit status where it ended, the response then its output.
   */
  public enum Kind {
    HTTP,
    SOCKET,
    RAW,
    PROCESS
  }

  /** The same, its bodies known by their hashes alone. */
  public Exchange withoutRefs() {
    return new Exchange(
        id,
        key,
        phase,
        service,
        instance,
        caller,
        kind,
        traceId,
        spanId,
        clientTraceId,
        lane,
        method,
        path,
        status,
        complete,
        fault,
        request.withoutRef(),
        response.withoutRef(),
        keys,
        started,
        connectMicros,
        firstByteMicros,
        totalMicros,
        socket);
  }

  /** Size and hash of a body; {@code ref} where it was kept, after redaction. */
  public record Body(long bytes, String sha256, @Nullable BodyRef ref) {

    Body withoutRef() {
      return new Body(bytes, sha256, null);
    }
  }

  /** What passed on a socket after its handshake. */
  public record Socket(
      long framesIn,
      long framesOut,
      List<Frame> frames,
      @Nullable Integer closeCode,
      @Nullable String closeReason,
      @Nullable String closedBy) {}

  /**
   * A frame: direction {@code in} is from the client. {@code type} is the JSON member of that name.
   */
  public record Frame(
      String direction,
      String opcode,
      long bytes,
      String sha256,
      @Nullable String type,
      long atMicros) {}
}
