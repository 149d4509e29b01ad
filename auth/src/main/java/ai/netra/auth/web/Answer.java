package ai.netra.auth.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answers.
 *
 * @param body written as JSON, a text as it is; null for none
 * @param headers beside those that every answer has
 */
public record Answer(int status, @Nullable Object body, Map<String, String> headers) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** 200 with a body that nobody may keep. */
  public static Answer ok(Object body) {
    return new Answer(200, body, Map.of("Cache-Control", "no-store"));
  }

  /** 201 with a body that nobody may keep. */
  public static Answer created(Object body) {
    return new Answer(201, body, Map.of("Cache-Control", "no-store"));
  }

  /** 204. */
  public static Answer nothing() {
    return new Answer(204, null, Map.of("Cache-Control", "no-store"));
  }

  /** 200 with a body that may be kept for so many seconds. */
  public static Answer kept(Object body, int seconds) {
    return new Answer(200, body, Map.of("Cache-Control", "max-age=" + seconds));
  }

  /** 302 to another address; nobody may keep it, since it may hold a code. */
  public static Answer redirect(String location) {
    return new Answer(302, null, Map.of("Cache-Control", "no-store", "Location", location));
  }

  /** The same with one more header. */
  public Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, body, more);
  }
}
