package ai.netra.loop.record;

/** What was found out about failures and done about them: nothing of it is evidence of a proof. */
public sealed interface AboutFailure extends Entry
    permits RoundStarted,
        Cluster,
        Observed,
        Blame,
        Culprit,
        Minimal,
        Cause,
        FixerIntent,
        FixerDone,
        Candidate,
        Stability,
        CommitIntent,
        CommitDone,
        ApprovalAsked,
        ApprovalGiven,
        AuditScore {}
