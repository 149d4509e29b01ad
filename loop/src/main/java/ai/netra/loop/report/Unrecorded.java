package ai.netra.loop.report;

/** The sections that a run has no records for, each with the reason. */
final class Unrecorded {

  static final String PROVED = "every test is proved, so there is nothing to ";

  private Unrecorded() {}

  static Section changes() {
    return Section.empty(
        "changes", "Change since the last cycle", "the run has one cycle: there is none before it");
  }

  static Section credentials() {
    return Section.empty(
        "credentials",
        "Health of credentials",
        "the journal has no line about algorithm, key id or expiry of a credential; "
            + "credentials themselves are redacted before they are written");
  }

  static Section fixes(RunLines run) {
    return Section.empty(
        "fixes",
        "Fixes, audits and files changed",
        isProved(run)
            ? PROVED + "fix"
            : "the journal has no line of kind candidate or audit: nothing was changed");
  }

  static Section next(RunLines run) {
    return Section.empty(
        "next",
        "Next cycle",
        isProved(run)
            ? "all is proved, so no cycle follows"
            : "no step planned one; expected time and confidence have no basis, "
                + "because no like case is on record");
  }

  static boolean isProved(RunLines run) {
    return run.report().verdict().equals("proved");
  }
}
