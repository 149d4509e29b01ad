package ai.netra.auth.web;

import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.route.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a JSON object: media type, then size, then JSON. */
final class BodyReader {

  private BodyReader() {}

  static ObjectNode object(HttpServletRequest request, Route route, boolean mayBeAbsent) {
    boolean none =
        request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    if (mayBeAbsent && none) {
      return JsonNodeFactory.instance.objectNode();
    }
    checkMediaType(request.getContentType());
    byte[] body = bytes(request, route);
    if (mayBeAbsent && body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    return parse(body);
  }

  private static void checkMediaType(@Nullable String type) {
    String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!essence.equals("application/json")) {
      throw new Refused(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type: application/json, got " + (essence.isEmpty() ? "none" : essence));
    }
  }

  private static byte[] bytes(HttpServletRequest request, Route route) {
    long limit = route.maxBodyBytes();
    if (request.getContentLengthLong() > limit) {
      throw tooLarge(limit);
    }
    try {
      byte[] body = request.getInputStream().readNBytes((int) limit + 1);
      if (body.length > limit) {
        throw tooLarge(limit);
      }
      return body;
    } catch (IOException e) {
      throw new Refused(ErrorCode.BAD_REQUEST, "body: it ended before it was whole");
    }
  }

  private static Refused tooLarge(long limit) {
    return new Refused(
        ErrorCode.BODY_TOO_LARGE,
        "body: at most %d bytes, got more".formatted(limit),
        Map.of("limit_bytes", limit));
  }

  private static ObjectNode parse(byte[] body) {
    JsonNode node;
    try {
      node = Json.MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new Refused(ErrorCode.INVALID_JSON, "body: a JSON object, got unreadable JSON");
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    boolean nothing = node.isMissingNode();
    throw nothing
        ? new Refused(ErrorCode.INVALID_JSON, "body: a JSON object, got nothing")
        : new Refused(
            ErrorCode.NOT_AN_OBJECT,
            "body: a JSON object, got " + node.getNodeType().name().toLowerCase(Locale.ROOT));
  }
}
