package ai.netra.backend.usage;

import ai.netra.contract.plan.Plan;

/** What a plan allows of usage data. */
record UsageAllowance(Plan plan) {

  private static final long MEBIBYTE = 1024L * 1024;

  /** Rows of all data sets of a user. */
  long rows() {
    Long rows = plan.usageRows();
    return rows == null ? Long.MAX_VALUE : rows;
  }

  /** Bytes of one upload, as received. */
  long uploadBytes() {
    return plan.uploadMebibytes() * MEBIBYTE;
  }

  String planName() {
    return plan.name();
  }
}
