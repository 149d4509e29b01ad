package ai.netra.loop.round;

import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.TestRef;
import java.util.Comparator;
import java.util.Objects;

/** Clusters with the most urgent tests first, then those with the most. */
record Worth(Ledger ledger) implements Comparator<Cluster> {

  private static final int LEAST = 9;

  @Override
  public int compare(Cluster one, Cluster other) {
    int urgency = Integer.compare(priority(one), priority(other));
    return urgency != 0 ? urgency : Integer.compare(other.tests().size(), one.tests().size());
  }

  private int priority(Cluster cluster) {
    return cluster.tests().stream().mapToInt(this::priority).min().orElse(0);
  }

  private int priority(TestRef ref) {
    return ledger.inventory(ref.suite()).stream()
        .flatMap(it -> it.tests().stream())
        .filter(it -> it.id().equals(ref.test()))
        .map(Inventory.Test::priority)
        .filter(Objects::nonNull)
        .mapToInt(it -> it.charAt(1) - '0')
        .min()
        .orElse(LEAST);
  }
}
