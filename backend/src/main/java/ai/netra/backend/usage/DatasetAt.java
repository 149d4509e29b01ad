package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;

/** A data set as it was at a watermark: the same rows at every repeat. */
public record DatasetAt(UserKey user, String dataset, long watermark) {}
