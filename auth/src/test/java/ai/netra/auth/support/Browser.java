package ai.netra.auth.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Does what a browser does on the pages: keeps cookies, fills forms, is told where to go. */
public final class Browser {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private final URI base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  public Browser(URI base) {
    this.base = base;
  }

  /** What came back; redirects are not followed. */
  public record Page(int status, String text, HttpResponse<String> raw) {

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    public String location() {
      return header("Location");
    }

    /** A parameter of the address that the browser is sent to; empty where it has none. */
    public String parameter(String name) {
      Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(location());
      return matcher.find() ? URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8) : "";
    }
  }

  public Page get(String path) {
    return send(request(path).GET().build());
  }

  public Page post(String path, Map<String, String> form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build());
  }

  /** Fills the form of the page at a path, its hidden fields as they are. */
  public Page submit(String path, String action, Map<String, String> typed) {
    Map<String, String> form = hidden(get(path).text());
    form.putAll(typed);
    return post(action, form);
  }

  /** Signs in on the page that the service sends this request to; the answer to the form. */
  public Page signIn(String authorize, String email, String password) {
    return submit(
        get(authorize).location(), "/login", Map.of("email", email, "password", password));
  }

  private static Map<String, String> hidden(String html) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher matcher = HIDDEN.matcher(html);
    while (matcher.find()) {
      fields.put(matcher.group(1), matcher.group(2).replace("&amp;", "&"));
    }
    return fields;
  }

  public static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(40));
  }

  private Page send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Page(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new AssertionError(request + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
