package ai.netra.loop.record;

/**
 * A person answered, or the time was over.
 *
 * @param who the user of the system who put the answer into the inbox; empty for nobody
 */
public record ApprovalGiven(String id, boolean approved, String who, String why)
    implements AboutFailure {}
