package ai.netra.backend.service;

import java.util.ArrayList;
import java.util.List;

/** What one request, message or run wrote, for its line in the log. Safe for many threads. */
public final class Receipt {

  /** A write: entity, id on the wire, and {@code created}, {@code updated} or {@code deleted}. */
  public record Stored(String entity, String id, String operation) {}

  private final List<Stored> stored = new ArrayList<>();

  public synchronized void add(Stored note) {
    stored.add(note);
  }

  public synchronized List<Stored> stored() {
    return List.copyOf(stored);
  }
}
