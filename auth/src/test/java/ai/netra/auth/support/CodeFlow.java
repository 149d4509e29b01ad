package ai.netra.auth.support;

import ai.netra.auth.support.Browser.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that signs a new person in by code and PKCE, through a browser of its own. */
public final class CodeFlow {

  public static final String REDIRECT = "http://localhost:8000/callback";
  private static final String VERIFIER = "a-verifier-of-forty-three-characters-0123456789";

  private final Browser browser;
  private final String email = Client.newAddress();

  /** With somebody who has an account and is not signed in. */
  public CodeFlow(URI auth) {
    browser = new Browser(auth);
    new Client(auth).register(email);
  }

  public Browser browser() {
    return browser;
  }

  public String email() {
    return email;
  }

  private static String challenge() {
    try {
      byte[] verifier = VERIFIER.getBytes(StandardCharsets.US_ASCII);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The path that asks for a code; a change to nothing leaves the parameter out. */
  public static String authorize(Map<String, String> changes) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", "netra-web");
    query.put("redirect_uri", REDIRECT);
    query.put("scope", "openid profile email netra");
    query.put("state", "a state & more");
    query.put("nonce", "n-1");
    query.put("code_challenge", challenge());
    query.put("code_challenge_method", "S256");
    query.putAll(changes);
    query.values().removeIf(String::isEmpty);
    return "/oauth2/authorize?" + Browser.encoded(query);
  }

  /** Signs in on the page; where the browser is then sent to. */
  public Page signedIn(Map<String, String> changes) {
    Page answer = browser.signIn(authorize(changes), email, Client.PASSWORD);
    return browser.get(answer.location());
  }

  /** The form that turns a code into tokens. */
  public static Map<String, String> exchange(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", "netra-web");
    form.put("code", code);
    form.put("redirect_uri", REDIRECT);
    form.put("code_verifier", VERIFIER);
    return form;
  }

  /** The tokens of a new sign-in. */
  public JsonNode tokens() {
    String code = signedIn(Map.of()).parameter("code");
    return json(browser.post("/oauth2/token", exchange(code)));
  }

  public Page refresh(String token, String clientId) {
    return browser.post(
        "/oauth2/token",
        Map.of("grant_type", "refresh_token", "client_id", clientId, "refresh_token", token));
  }

  public static JsonNode json(Page page) {
    return JsonMapper.shared().readTree(page.text());
  }

  public static JsonNode claims(String token) {
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }
}
