package ai.netra.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Person;
import ai.netra.e2e.support.Platform;
import ai.netra.e2e.support.Usage;
import ai.netra.probe.Attempt;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page in a real Chromium, from signing in to an answer and out again. */
@Tag("p1")
@Tag("area:page")
class ChatPageE2E {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final double PATIENCE_MILLIS = Platform.PATIENCE.multipliedBy(2).toMillis();

  @Test
  @DisplayName("PAGE4 A person signs in, uploads a file, asks, reads the number, and signs out")
  void fromSignInToAnswer() {
    Person ann = Person.fresh();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().launch(options())) {
      Page page = browser.newContext(context()).newPage();
      page.setDefaultTimeout(PATIENCE_MILLIS);

      signIn(page, ann);
      assertThat(page.locator("#person")).hasText(ann.email(), patiently());

      upload(page);
      assertThat(page.locator("#upload-state")).hasText("2,000 rows imported.", patiently());

      page.getByLabel("What do you want to know?").fill("What do I spend, and on what?");
      button(page, "Ask").click();
      assertThat(page.locator(".answer[data-complete]")).containsText("7.00", containing());
      assertThat(page.locator("tr[data-fact=spend] td.number")).hasText("7 USD", patiently());
      assertThat(page.locator("#spend svg text")).hasText("acme/premium: 7", patiently());
      assertThat(page.locator(".steps li").count()).isGreaterThanOrEqualTo(3);

      button(page, "Sign out").click();
      assertThat(button(page, "Sign in")).isVisible(visibly());
      assertThat(page.url()).isEqualTo(Platform.backend() + "/");
    }
  }

  private static BrowserType.LaunchOptions options() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(CHROMIUM)
        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
  }

  /** What the browser asks for is attributed to this test by its trace. */
  private static Browser.NewContextOptions context() {
    return new Browser.NewContextOptions()
        .setExtraHTTPHeaders(Map.of("traceparent", Attempt.traceparent()));
  }

  private static void signIn(Page page, Person ann) {
    page.navigate(Platform.backend().toString());
    button(page, "Sign in").click();
    page.getByLabel("E-mail address").fill(ann.email());
    page.getByLabel("Password").fill(ann.password());
    button(page, "Sign in").click();
  }

  /** 2 000 rows of 1 000 tokens in and 100 out, at 2.5 and 10 USD a million: 7 USD. */
  private static void upload(Page page) {
    String csv = Usage.csv(2_000, 14, "acme/premium", "search", 1_000, 100);
    page.getByLabel("A usage file: CSV, JSON lines or JSON")
        .setInputFiles(
            new FilePayload("usage.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    button(page, "Upload").click();
  }

  private static com.microsoft.playwright.Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static LocatorAssertions.HasTextOptions patiently() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS);
  }

  private static LocatorAssertions.ContainsTextOptions containing() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
  }

  private static LocatorAssertions.IsVisibleOptions visibly() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
  }
}
