package ai.netra.contract.thread;

import org.jspecify.annotations.Nullable;

/**
 * What came of one thread of many.
 *
 * @param status {@code deleted}, {@code restored} or {@code failed}
 */
public record BulkItem(String id, String status, @Nullable String errorCode) {}
