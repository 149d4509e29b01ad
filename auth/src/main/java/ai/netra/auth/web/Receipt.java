package ai.netra.auth.web;

import ai.netra.auth.store.Stored;
import ai.netra.contract.error.ErrorCode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What a request's log line will say; filled while the request is served. */
public final class Receipt {

  private final List<Stored> stored = new CopyOnWriteArrayList<>();
  private volatile @Nullable String userId;
  private volatile @Nullable ErrorCode errorCode;

  /** Adds a write that is committed. */
  void stored(List<Stored> writes) {
    stored.addAll(writes);
  }

  /** Names the account that the request was about or by. */
  public void user(String id) {
    userId = id;
  }

  /** Names why the request was refused. */
  public void refused(ErrorCode code) {
    errorCode = code;
  }

  List<Stored> stored() {
    return List.copyOf(stored);
  }

  @Nullable String userId() {
    return userId;
  }

  @Nullable ErrorCode errorCode() {
    return errorCode;
  }
}
