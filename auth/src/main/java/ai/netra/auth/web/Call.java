package ai.netra.auth.web;

import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.route.Route;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request that the first filter let in. Used by the thread that serves it alone.
 *
 * @param path the values of the route's parameters
 * @param caller whose token verified; null where the route asks for none
 * @param address the peer, or the last untrusted one behind a configured proxy
 */
public record Call(
    HttpServletRequest request,
    Route route,
    Map<String, String> path,
    Trace trace,
    Receipt receipt,
    @Nullable Caller caller,
    String address) {

  static final String ATTRIBUTE = Call.class.getName();

  /** The call that a request became. */
  public static Call of(HttpServletRequest request) {
    return (Call) request.getAttribute(ATTRIBUTE);
  }

  /** The value of a parameter that the route's path names. */
  public String parameter(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException(route.name() + ": has no parameter " + name);
    }
    return value;
  }

  /** The verified caller; only on routes that ask for one. */
  public Caller signedIn() {
    if (caller == null) {
      throw new IllegalStateException(route.name() + ": asks for no token, has no caller");
    }
    return caller;
  }

  /** The token of {@code Authorization: Bearer}, where there is one. */
  public Optional<String> bearer() {
    return Bearer.of(request);
  }

  /** The value of a cookie, where there is one of this name that is not empty. */
  public Optional<String> cookie(String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .filter(value -> value != null && !value.isEmpty())
            .findFirst();
  }

  /** A parameter of the query or the form; nothing where it is absent, empty or there twice. */
  public Optional<String> only(String name) {
    String[] values = request.getParameterValues(name);
    return values == null || values.length != 1 || values[0].isEmpty()
        ? Optional.empty()
        : Optional.of(values[0]);
  }

  /** The user agent as it was sent, cut to 200 characters. */
  public Optional<String> userAgent() {
    String agent = request.getHeader("User-Agent");
    return Optional.ofNullable(agent).map(text -> text.substring(0, Math.min(200, text.length())));
  }

  /** The JSON object of the body, media type and size checked. */
  public Fields fields() {
    return new Fields(BodyReader.object(request, route, false));
  }

  /** As {@link #fields()}, where no body at all is an empty object. */
  public Fields fieldsOrNone() {
    return new Fields(BodyReader.object(request, route, true));
  }

  /** A whole number of the query, in bounds; the other where it is absent. */
  public long number(String name, long otherwise, long least, long most) {
    String text = request.getParameter(name);
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw Fields.refused(name, "a whole number of %d to %d".formatted(least, most), text);
  }

  /** The refusal of a thing that is not there, or not the caller's. */
  public static Refused notFound(String resource) {
    return new Refused(ErrorCode.NOT_FOUND, resource + ": not found", Map.of("resource", resource));
  }
}
