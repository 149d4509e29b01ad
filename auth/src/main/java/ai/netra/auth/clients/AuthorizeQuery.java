package ai.netra.auth.clients;

import ai.netra.auth.web.Call;
import ai.netra.auth.web.Refused;
import ai.netra.contract.error.ErrorCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a request for a code says about signing in.
 *
 * @param prompts how the person shall be asked, as the standard names it
 * @param maxAge the oldest sign-in that will do, in seconds
 * @param query the query as it came
 */
record AuthorizeQuery(List<String> prompts, Optional<Long> maxAge, String query) {

  private static final String LOGIN = "login";

  static AuthorizeQuery of(Call call) {
    return new AuthorizeQuery(
        List.of(call.only("prompt").orElse("").split(" ")),
        call.only("max_age").filter(text -> text.matches("[0-9]{1,9}")).map(Long::valueOf),
        Optional.ofNullable(call.request().getQueryString()).orElse(""));
  }

  /** Whether a sign-in at that time is enough. */
  boolean satisfiedBy(Instant authTime, Instant now) {
    boolean young = maxAge.filter(age -> authTime.plusSeconds(age).isBefore(now)).isEmpty();
    return young && !prompts.contains(LOGIN);
  }

  /** The path to come back to: the same request, its demand for a new sign-in met. */
  String afterSignIn() {
    String kept =
        Arrays.stream(query.split("&"))
            .filter(pair -> !name(pair).equals("max_age"))
            .map(pair -> name(pair).equals("prompt") ? otherPrompts() : pair)
            .filter(pair -> !pair.isEmpty())
            .collect(Collectors.joining("&"));
    return "/oauth2/authorize?" + kept;
  }

  private String otherPrompts() {
    String others =
        prompts.stream().filter(one -> !one.equals(LOGIN)).collect(Collectors.joining(" "));
    return others.isEmpty() ? "" : "prompt=" + Redirects.encoded(others);
  }

  private static String name(String pair) {
    try {
      return URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refused(ErrorCode.BAD_REQUEST, "query: readable escapes, got others");
    }
  }
}
