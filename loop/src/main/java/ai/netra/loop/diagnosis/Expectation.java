package ai.netra.loop.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What an assertion wanted and what it got, as its message tells. */
record Expectation(String wanted, String got) {

  private static final Pattern EXPECTED =
      Pattern.compile(
          "expected:?\\s*<?\\s*(\"[^\"]*\"|[^\\n<>]+?)>?\\s+but was:?\\s*<?\\s*(\"[^\"]*\"|[^\\n<>]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STATUS = Pattern.compile("\\b([1-5]\\d\\d|10\\d\\d)\\b");
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");
  private static final int REFUSALS = 400;
  private static final int CLOSE_CODES = 1000;

  /** Empty where the message does not set one against the other. */
  static Optional<Expectation> of(String message) {
    return EXPECTED
        .matcher(message)
        .results()
        .findFirst()
        .map(it -> new Expectation(it.group(1).strip(), it.group(2).strip()));
  }

  OptionalInt wantedStatus() {
    return status(wanted);
  }

  OptionalInt gotStatus() {
    return status(got);
  }

  private static OptionalInt status(String text) {
    return STATUS.matcher(text).results().mapToInt(it -> Integer.parseInt(it.group(1))).findFirst();
  }

  List<String> wantedCodes() {
    return codes(wanted);
  }

  List<String> gotCodes() {
    return codes(got);
  }

  private static List<String> codes(String text) {
    return CODE.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Whether an answer that is no refusal was wanted. */
  boolean wantsSuccess() {
    return wantedStatus().isPresent() && !isRefusal(wantedStatus());
  }

  boolean wantsRefusal() {
    return isRefusal(wantedStatus());
  }

  boolean gotRefusal() {
    return isRefusal(gotStatus());
  }

  boolean gotSuccess() {
    return gotStatus().isPresent() && !isRefusal(gotStatus());
  }

  private static boolean isRefusal(OptionalInt status) {
    return status.isPresent() && status.getAsInt() >= REFUSALS && status.getAsInt() < CLOSE_CODES;
  }
}
