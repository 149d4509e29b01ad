package ai.netra.backend.runs;

import ai.netra.backend.service.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the one line of a run that this process worked on, beside those of requests. */
final class RunReceipt {

  private static final Logger LOG = LoggerFactory.getLogger("ai.netra.backend.receipt");
  private static final double NANOS_A_MILLI = 1_000_000.0;

  private RunReceipt() {}

  static void write(RunRow run, Receipt receipt, long nanos) {
    LOG.atInfo()
        .addKeyValue("trace_id", run.traceId())
        .addKeyValue("socket", "run")
        .addKeyValue("type", run.state())
        .addKeyValue("run_id", run.id())
        .addKeyValue("user_id", run.userId())
        .addKeyValue("error_code", run.errorCode())
        .addKeyValue("duration_ms", Math.round(nanos / NANOS_A_MILLI * 1000) / 1000.0)
        .addKeyValue("stored", receipt.stored())
        .log("run");
  }
}
