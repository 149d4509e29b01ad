package ai.netra.loop.faults;

import ai.netra.loop.faults.Catalogue.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The commits of a replay: benign ones, the fault's with benign changes in it, benign ones. Which
 * and in what order comes from the seed alone.
 *
 * @param before the benign changes before the fault, a commit each
 * @param mixed those in its commit
 * @param after those after it, a commit each
 */
record History(Fault fault, List<Patch> before, List<Patch> mixed, List<Patch> after, long seed) {

  private static final int BEFORE = 8;
  private static final int AFTER = 7;
  private static final int SECRET_BYTES = 32;

  static History of(Fault fault, List<Patch> benign, long seed) {
    List<Patch> pool = new ArrayList<>(benign);
    Collections.shuffle(pool, Random.from(new SplittableRandom(seed)));
    int mix = Math.min(fault.spec().inject().mix(), pool.size());
    List<Patch> rest = pool.subList(mix, pool.size());
    int before = Math.min(BEFORE, Math.ceilDiv(rest.size() * BEFORE, BEFORE + AFTER));
    int end = Math.min(rest.size(), before + AFTER);
    return new History(
        fault,
        List.copyOf(rest.subList(0, before)),
        List.copyOf(pool.subList(0, mix)),
        List.copyOf(rest.subList(before, end)),
        seed);
  }

  /** Every benign change of the history. */
  List<Patch> benign() {
    List<Patch> all = new ArrayList<>(before);
    all.addAll(mixed);
    all.addAll(after);
    return all;
  }

  /** Commits all of it, and puts the files outside the checkout there. */
  void lay(Replica replica) {
    before.forEach(patch -> commit(replica, patch));
    mixed.forEach(replica::apply);
    commit(replica, fault.inject());
    after.forEach(patch -> commit(replica, patch));
    fault
        .spec()
        .inject()
        .outside()
        .forEach((name, content) -> replica.outside(name, content.replace("${random}", secret())));
  }

  private static void commit(Replica replica, Patch patch) {
    replica.apply(patch);
    replica.commit(patch.subject());
  }

  /** A text that no rule on secrets refuses, the same for a seed. */
  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SplittableRandom(~seed).nextBytes(bytes);
    byte[] text = Base64.getUrlEncoder().withoutPadding().encode(bytes);
    return new String(text, StandardCharsets.US_ASCII);
  }
}
