package ai.netra.backend.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whether somebody who came in by a token may stay, and who wants to know when that changes. */
public final class Standing {

  /** What holds of a caller now. */
  public enum Judgement {
    GOOD,
    /** Roles or permissions changed: a new token is needed for anything but talking about it. */
    OUTDATED,
    /** Session, grant, token or account are gone. */
    REVOKED
  }

  private final Revocations revocations;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  Standing(Revocations revocations) {
    this.revocations = revocations;
  }

  public Judgement of(Caller caller) {
    if (revocations.ends(caller)) {
      return Judgement.REVOKED;
    }
    return revocations.outdates(caller.userId(), caller.issuedAt())
        ? Judgement.OUTDATED
        : Judgement.GOOD;
  }

  /** Calls back, from the feed's thread, after something was taken away from anybody. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  void changed() {
    listeners.forEach(Runnable::run);
  }
}
