package ai.netra.auth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.auth.service.Ids;
import ai.netra.contract.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, traces and media types as they come in. */
final class WebPartsTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @ParameterizedTest
  @CsvSource({"/health/,/health", "/,/", "/a%20b,/a b", "/%C3%A4,/ä", "/x//,/x/"})
  void aPathIsDecodedAndLosesOneTrailingSlash(String raw, String decoded) {
    assertThat(RequestPath.decoded(raw)).isEqualTo(decoded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a/../b", "/%2e%2e/b", "/a%2Fb", "/a%5cb", "/a\\b", "/%00", "/%zz", "/%ff"})
  void anAmbiguousPathIsRefused(String raw) {
    assertThatThrownBy(() -> RequestPath.decoded(raw))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BAD_PATH));
  }

  @Test
  void aTraceIsContinuedAndAGoodRequestIdKept() {
    Trace trace = Trace.of("00-" + TRACE + "-00f067aa0ba902b7-01", "req.1", Ids.secure());

    assertThat(trace).isEqualTo(new Trace(TRACE, "00f067aa0ba902b7", "req.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
      })
  void aBadTraceparentBeginsATrace(String parent) {
    Trace trace = Trace.of(parent, "bad id\n", Ids.secure());

    assertThat(trace.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
    assertThat(trace.parentId()).isNull();
    assertThat(trace.requestId()).startsWith("req_");
  }

  @ParameterizedTest
  @CsvSource({
    "'application/json',true",
    "'text/html, */*;q=0.1',true",
    "'application/*',true",
    "'text/html',false",
    "'application/json;q=0',false"
  })
  void anAcceptIsReadByRangeAndQuality(String accept, boolean fits) {
    assertThat(MediaRanges.accepts(accept, List.of("application/json"))).isEqualTo(fits);
  }
}
