package ai.netra.loop.record;

/** The data of one journal line; which kind of line carries it says {@link EntryKind}. */
public sealed interface Entry
    permits RunStarted,
        Transition,
        Spawned,
        Exited,
        Build,
        DeployIntent,
        DeployAttested,
        DeployErrors,
        DeployDone,
        DeployBack,
        SuiteTerms,
        PerformanceTerms,
        Inventory,
        Order,
        Attempt,
        Exchange,
        Receipt,
        SocketReceipt,
        StateProbe,
        Smells,
        Proof,
        Verdict,
        JournalCut,
        RunFinished {}
