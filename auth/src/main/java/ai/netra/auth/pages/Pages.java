package ai.netra.auth.pages;

import ai.netra.auth.service.Digests;
import ai.netra.auth.service.Ids;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/**
 * Makes pages: plain HTML without script. A form carries a random token that a cookie of the same
 * browser carries too; another site can send neither. Safe for many threads.
 */
public final class Pages {

  /** The name of a form's hidden field. */
  private static final String FIELD = "csrf";

  private static final int TOKEN_BYTES = 32;

  private final Ids ids;
  private final boolean https;

  Pages(Ids ids, boolean https) {
    this.ids = ids;
    this.https = https;
  }

  /**
   * A form on a page.
   *
   * @param action a path of this service
   * @param fields the HTML between the hidden token and the end of the form
   * @param leadsTo the origin to which its answer may redirect; empty for none but this service
   */
  public record Form(String action, String fields, String leadsTo) {}

  /** A page without a form. */
  public Answer page(int status, String title, String body) {
    return answer(status, PageFrame.html(title, body), "");
  }

  /** A page with one form; the browser gets the token's cookie. */
  public Answer page(Call call, int status, Heading heading, Form form) {
    String token = token(call).orElseGet(() -> ids.secret(TOKEN_BYTES));
    String body =
        """
        %s
        <form method="post" action="%s">
        <input type="hidden" name="%s" value="%s">
        %s
        </form>
        """
            .formatted(
                heading.introduction(),
                escaped(form.action()),
                FIELD,
                escaped(token),
                form.fields());
    return answer(status, PageFrame.html(heading.title(), body), form.leadsTo())
        .with("Set-Cookie", cookie() + "=" + token + attributes());
  }

  /** What stands above a form: a title, and HTML. */
  public record Heading(String title, String introduction) {}

  /** Whether a form was sent by a page of ours that this browser was shown. */
  public boolean genuine(Call call) {
    Optional<String> sent = call.only(FIELD);
    Optional<String> kept = token(call);
    return sent.isPresent()
        && kept.isPresent()
        && MessageDigest.isEqual(Digests.sha256(sent.get()), Digests.sha256(kept.get()));
  }

  private Optional<String> token(Call call) {
    return call.cookie(cookie()).filter(value -> value.matches("[A-Za-z0-9_-]{43}"));
  }

  private String cookie() {
    return https ? "__Host-netra_form" : "netra_form";
  }

  private String attributes() {
    return "; Path=/; HttpOnly; SameSite=Strict" + (https ? "; Secure" : "");
  }

  /** A text as HTML, in content and in quoted attributes. */
  public static String escaped(String text) {
    return PageFrame.escaped(text);
  }

  private static Answer answer(int status, String html, String leadsTo) {
    return new Answer(
        status,
        html,
        Map.of(
            "Content-Type",
            "text/html;charset=utf-8",
            "Cache-Control",
            "no-store",
            "Content-Security-Policy",
            PageFrame.policy(leadsTo)));
  }
}
