package ai.netra.e2e.support;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person with a browser in front of the auth service: keeps cookies, fills the forms, is told
 * where to go; and the client {@code netra-web} that she signs in to by code and PKCE.
 */
public final class Person {

  private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-1";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private @Nullable String email;

  private Person() {}

  /** Somebody who is not signed in in this browser. */
  public static Person fresh() {
    return new Person();
  }

  /** The address of the account, which is made when it is first asked for. */
  public String email() {
    String made = email;
    if (made == null) {
      made = Identity.with(Map.of("password", password())).email();
      email = made;
    }
    return made;
  }

  public String password() {
    return "a password for one test alone";
  }

  /** Where the client takes the answer. */
  public static String redirect() {
    return Platform.backend() + "/callback";
  }

  /** The path that asks for a code; a change to nothing leaves the parameter out. */
  public static String authorize(Map<String, String> changes) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", "netra-web");
    query.put("redirect_uri", redirect());
    query.put("scope", "openid profile email netra");
    query.put("state", "state & more");
    query.put("nonce", "nonce-1");
    query.put("code_challenge", challenge());
    query.put("code_challenge_method", "S256");
    query.putAll(changes);
    query.values().removeIf(String::isEmpty);
    return "/oauth2/authorize?" + encoded(query);
  }

  private static String challenge() {
    try {
      byte[] verifier = VERIFIER.getBytes(StandardCharsets.US_ASCII);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: in every JDK, missing from this one", e);
    }
  }

  /** Asks for a page with the browser's cookies; redirects are not followed. */
  public Answer get(String path) {
    return kept(browser().get(path));
  }

  /** Sends a form with the browser's cookies. */
  public Answer post(String path, Map<String, String> form) {
    return kept(browser().send("POST", path, FORM, bytes(form)));
  }

  private Rest browser() {
    String line =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return line.isEmpty() ? Rest.auth() : Rest.auth().header("Cookie", line);
  }

  private Answer kept(Answer answer) {
    for (String line : answer.all("Set-Cookie")) {
      String[] pair = line.split(";", 2)[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    return answer;
  }

  /** Fills the sign-in page that a request for a code leads to, and sends it. */
  public Answer signIn(Map<String, String> changes) {
    Map<String, String> form = hidden(get(get(authorize(changes)).header("Location")).body());
    form.put("email", email());
    form.put("password", password());
    return post("/login", form);
  }

  /** Signs in and goes on; where the client is called back. */
  public Answer calledBack(Map<String, String> changes) {
    return get(signIn(changes).header("Location"));
  }

  /** Signs in and gets the client its tokens. */
  public Answer tokens() {
    return exchange(parameter(calledBack(Map.of()), "code"), Map.of());
  }

  private static Map<String, String> hidden(String html) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher matcher = HIDDEN.matcher(html);
    while (matcher.find()) {
      fields.put(matcher.group(1), matcher.group(2).replace("&amp;", "&"));
    }
    return fields;
  }

  /** A parameter of the address that an answer redirects to; empty where it has none. */
  public static String parameter(Answer answer, String name) {
    Matcher matcher =
        Pattern.compile("[?&]" + name + "=([^&]*)").matcher(answer.header("Location"));
    return matcher.find() ? URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8) : "";
  }

  /** The client turns a code into tokens. */
  public static Answer exchange(String code, Map<String, String> changes) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", "netra-web");
    form.put("code", code);
    form.put("redirect_uri", redirect());
    form.put("code_verifier", VERIFIER);
    form.putAll(changes);
    return client("/oauth2/token", form);
  }

  /** The client turns a refresh token into new tokens. */
  public static Answer refresh(String token) {
    return client(
        "/oauth2/token",
        Map.of("grant_type", "refresh_token", "client_id", "netra-web", "refresh_token", token));
  }

  /** The client sends a form, without any cookie. */
  public static Answer client(String path, Map<String, String> form) {
    return Rest.auth().send("POST", path, FORM, bytes(form));
  }

  private static byte[] bytes(Map<String, String> form) {
    return encoded(form).getBytes(StandardCharsets.UTF_8);
  }

  /** A form or query as it travels. */
  public static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
