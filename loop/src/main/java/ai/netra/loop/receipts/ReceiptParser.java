package ai.netra.loop.receipts;

import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Receipt;
import ai.netra.loop.record.SocketReceipt;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells receipts from other lines. A line with a trace id, a method and a route is about a request,
 * one with a trace id and the member {@code socket} about a socket.
 */
final class ReceiptParser {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double MICROS_A_MILLI = 1_000;

  private final String service;
  private final Map<String, String> fields;
  private long unreadable;

  ReceiptParser(String service, Map<String, String> fields) {
    this.service = service;
    this.fields = fields;
  }

  String service() {
    return service;
  }

  long unreadable() {
    return unreadable;
  }

  /** The receipt in a line; empty for any other line, and for one that cannot be read. */
  Optional<Entry> parse(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return receipt(JSON.readTree(line));
    } catch (JacksonException | DateTimeException | NumberFormatException e) {
      unreadable++;
      return Optional.empty();
    }
  }

  private Optional<Entry> receipt(JsonNode line) {
    String traceId = text(line, "trace_id");
    if (traceId == null) {
      return Optional.empty();
    }
    String event = text(line, "socket");
    if (event != null) {
      return Optional.of(socket(line, traceId, event));
    }
    String method = text(line, "method");
    String route = text(line, "route");
    return method == null || route == null
        ? Optional.empty()
        : Optional.of(request(line, traceId, method, route));
  }

  private Receipt request(JsonNode line, String traceId, String method, String route) {
    return new Receipt(
        service,
        required(line, "revision"),
        traceId,
        text(line, "parent_id"),
        method,
        route,
        Integer.parseInt(required(line, "status")),
        Math.round(Double.parseDouble(required(line, "duration_ms")) * MICROS_A_MILLI),
        text(line, "deploy"),
        stored(line),
        Instant.parse(required(line, "time")));
  }

  private SocketReceipt socket(JsonNode line, String traceId, String event) {
    String status = text(line, "status");
    return new SocketReceipt(
        service,
        required(line, "revision"),
        traceId,
        text(line, "parent_id"),
        event,
        text(line, "type"),
        status == null ? null : Integer.valueOf(status),
        text(line, "deploy"),
        stored(line),
        Instant.parse(required(line, "time")));
  }

  private @Nullable List<Receipt.Stored> stored(JsonNode line) {
    JsonNode list = member(line, "stored");
    if (!list.isArray()) {
      return null;
    }
    List<Receipt.Stored> writes = new ArrayList<>();
    for (JsonNode write : list) {
      writes.add(
          new Receipt.Stored(
              write.path("entity").asString(""),
              write.path("id").asString(""),
              write.path("operation").asString("")));
    }
    return writes;
  }

  private String required(JsonNode line, String name) {
    String value = text(line, name);
    if (value == null) {
      throw new DateTimeException("a receipt has " + name);
    }
    return value;
  }

  private @Nullable String text(JsonNode line, String name) {
    JsonNode value = member(line, name);
    return value.isValueNode() && !value.isNull() ? value.asString() : null;
  }

  private JsonNode member(JsonNode line, String name) {
    String own = fields.getOrDefault(name, name);
    return own.startsWith("/") ? line.at(JsonPointer.compile(own)) : line.path(own);
  }
}
