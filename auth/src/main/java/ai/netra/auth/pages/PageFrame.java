package ai.netra.auth.pages;

/** The HTML around every page, and the policy it is shown under. */
final class PageFrame {

  private PageFrame() {}

  static String html(String title, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s · Netra</title>
        <link rel="stylesheet" href="/assets/pages.css">
        </head>
        <body>
        <main>
        <p class="brand">Netra</p>
        <h1>%1$s</h1>
        %2$s
        </main>
        </body>
        </html>
        """
        .formatted(escaped(title), body);
  }

  /** Some browsers check {@code form-action} along redirects, so the waiting client is named. */
  static String policy(String leadsTo) {
    String actions = leadsTo.isEmpty() ? "'self'" : "'self' " + leadsTo;
    return "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action " + actions;
  }

  static String escaped(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }
}
