package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Fields;
import ai.netra.backend.store.Store;
import ai.netra.contract.list.Page;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Usage data of all users: what is there, and how to ask it. */
public interface Usage {

  /** Whether the user has a data set of this name; {@code default} is always there. */
  boolean exists(UserKey user, String dataset);

  /** Whether an import of this id is the user's and was not deleted. */
  boolean hasImport(Store.Transaction read, UserKey user, String importId);

  /** The data set as it is now; watermark 0 where nothing was ever imported. */
  DatasetAt now(UserKey user, String dataset);

  /** What the manifest says of it, without reading a row; nothing when it has none. */
  Optional<Extent> extent(DatasetAt at);

  /**
   * Q14: a page of its rows with what they cost, as {@code limit} and {@code page_token} of a
   * request say.
   *
   * @throws ai.netra.backend.service.Refused VALIDATION_ERROR for any field of the request
   */
  Page<Map<String, @Nullable Object>> records(
      DatasetAt at, String catalogue, Rows rows, Fields request) throws InterruptedException;

  /**
   * Opens its segments for queries priced by a version of the catalogue. The caller closes it.
   *
   * @throws QueryFailed when a segment is missing or damaged
   */
  UsageQueries open(DatasetAt at, String catalogue) throws InterruptedException;
}
