package ai.netra.backend.events;

import ai.netra.backend.events.Events.Listener;
import ai.netra.backend.events.Events.Subscription;
import ai.netra.backend.identity.UserKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Who listens to which user on this node. Hints come from commits and, where one was lost, from a
 * poll that compares the ends of the streams with what was told last.
 */
final class Hints {

  private final Map<UserKey, Set<Listener>> listeners = new ConcurrentHashMap<>();
  private final Map<UserKey, Tail> tails = new ConcurrentHashMap<>();
  private final Map<UserKey, Long> toldUpTo = new ConcurrentHashMap<>();

  Subscription subscribe(UserKey user, Listener listener) {
    listeners.compute(
        user,
        (key, before) -> {
          Set<Listener> of = before == null ? ConcurrentHashMap.newKeySet() : before;
          of.add(listener);
          tails.putIfAbsent(user, new Tail());
          return of;
        });
    return () -> unsubscribe(user, listener);
  }

  private void unsubscribe(UserKey user, Listener listener) {
    listeners.computeIfPresent(
        user,
        (key, of) -> {
          of.remove(listener);
          if (!of.isEmpty()) {
            return of;
          }
          toldUpTo.remove(user);
          tails.remove(user);
          return null;
        });
  }

  /** These events of a user were committed just now. */
  void committed(UserKey user, List<StoredEvent> events) {
    Tail tail = tails.get(user);
    if (tail != null) {
      tail.add(events);
    }
    raised(user, events.getLast().userSeq());
  }

  /** What was committed after a place of a user who is listened to, where that is known here. */
  Optional<List<StoredEvent>> recent(UserKey user, long userSeq, int limit) {
    return Optional.ofNullable(tails.get(user)).flatMap(tail -> tail.after(userSeq, limit));
  }

  /** The user's stream was raised to {@code end}. */
  private void raised(UserKey user, long end) {
    Set<Listener> of = listeners.get(user);
    if (of != null) {
      toldUpTo.merge(user, end, Math::max);
      of.forEach(Listener::changed);
    }
  }

  void tell(UserKey user, NewEvent event, Instant at) {
    listeners.getOrDefault(user, Set.of()).forEach(listener -> listener.told(event, at));
  }

  /**
   * Tells those whose streams went on without a hint.
   *
   * @param ends reads the ends of these users' streams
   */
  void poll(Function<List<UserKey>, Map<UserKey, Long>> ends) {
    List<UserKey> users = List.copyOf(listeners.keySet());
    if (users.isEmpty()) {
      return;
    }
    new HashMap<>(ends.apply(users)).forEach(this::catchUp);
  }

  private void catchUp(UserKey user, long end) {
    Long told = toldUpTo.get(user);
    if (told == null || told < end) {
      raised(user, end);
    }
  }
}
