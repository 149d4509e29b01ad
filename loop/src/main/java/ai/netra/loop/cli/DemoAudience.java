package ai.netra.loop.cli;

import ai.netra.loop.demo.Demo.Audience;
import ai.netra.loop.demo.Demo.Claim;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** The transcript of a demo: what happens with its time, what was claimed with what was seen. */
final class DemoAudience implements Audience {

  /** What the loop says when it goes on to another state. */
  private static final Pattern STATE = Pattern.compile("[A-Z][A-Za-z]+(: .*)?|note: .*");

  private static final int LONGEST = 150;

  private final PrintStream out;
  private final Style style;
  private final Clock clock;
  private final Instant began;

  DemoAudience(PrintStream out, Style style, Clock clock) {
    this.out = out;
    this.style = style;
    this.clock = clock;
    this.began = clock.instant();
  }

  @Override
  public synchronized void begins(int act, String title) {
    say("");
    say(style.bold("Act %d. %s".formatted(act, title)));
  }

  @Override
  public synchronized void step(String text) {
    say("%s  %s".formatted(time(), text));
  }

  @Override
  public synchronized void aside(String text) {
    if (STATE.matcher(text).matches()) {
      say("%s    %s".formatted(time(), cut(text)));
    }
  }

  @Override
  public synchronized void checked(Claim claim) {
    String mark = claim.holds() ? style.green("holds") : style.red("FAILS");
    String seen = claim.seen().isEmpty() ? "nothing was seen" : claim.seen();
    say("%s    %s  %s".formatted(" ".repeat(time().length()), mark, claim.said()));
    say("%s             %s".formatted(" ".repeat(time().length()), cut(seen)));
  }

  private String time() {
    Duration since = Duration.between(began, clock.instant());
    return "%2d:%02d".formatted(since.toMinutes(), since.toSecondsPart());
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  private static String cut(String text) {
    String line = text.replace('\n', ' ').strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
