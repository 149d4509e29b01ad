package ai.netra.auth.web;

import ai.netra.auth.store.StoreFailure;
import ai.netra.contract.error.ErrorCode;
import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one switch from what was thrown to what is answered. */
final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final Duration STORE = Duration.ofSeconds(2);

  private Refusals() {}

  static Refused of(Throwable thrown, Trace trace) {
    return switch (thrown) {
      case Refused refused -> refused;
      case StoreFailure failure -> {
        log(failure, trace, "store unavailable");
        yield Refused.until(ErrorCode.STORE_UNAVAILABLE, "database: it does not answer", STORE);
      }
      case HttpException unreadable -> unreadable(unreadable);
      default -> {
        log(thrown, trace, "request failed");
        yield new Refused(
            ErrorCode.INTERNAL_ERROR, "service: it failed; the log has trace " + trace.traceId());
      }
    };
  }

  /** What the server finds only when a query or a form is read. */
  private static Refused unreadable(HttpException thrown) {
    return thrown.getCode() == ErrorCode.BODY_TOO_LARGE.status()
        ? new Refused(ErrorCode.BODY_TOO_LARGE, "form: at most 64 KiB, got more")
        : new Refused(ErrorCode.BAD_REQUEST, "query or form: readable, got another one");
  }

  private static void log(Throwable thrown, Trace trace, String message) {
    LOG.atError().addKeyValue("trace_id", trace.traceId()).setCause(thrown).log(message);
  }
}
