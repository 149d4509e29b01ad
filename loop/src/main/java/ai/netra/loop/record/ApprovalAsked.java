package ai.netra.loop.record;

import java.time.Instant;

/**
 * A person is asked.
 *
 * @param id what an answer names
 * @param what {@code commit}, or another word of {@code policy.approval}
 * @param tree what would be committed
 */
public record ApprovalAsked(
    String id, String cluster, String what, String tree, String reason, Instant until)
    implements AboutFailure {}
