package ai.netra.loop.proof;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Build;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.DeployAttested;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Proof.Part;
import ai.netra.loop.record.Spawned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Part 1: which test, run by which command, against which attested build of each service it used.
 */
final class IdentityPart {

  private static final String SELF = "self";

  private final Case one;
  private final List<Long> refs = new ArrayList<>();

  private IdentityPart(Case one) {
    this.one = one;
  }

  static Part of(Case one) {
    return new IdentityPart(one).part();
  }

  private Part part() {
    Optional<String> gap =
        Optional.<String>empty()
            .or(this::startGap)
            .or(this::testGap)
            .or(this::workerGap)
            .or(this::deployGap)
            .or(this::servicesGap);
    return gap.map(why -> Parts.IDENTITY.missing(why))
        .orElseGet(() -> Parts.IDENTITY.present("test, command and builds are known", refs));
  }

  private Optional<String> startGap() {
    one.all().started().ifPresent(it -> refs.add(it.n()));
    return refs.isEmpty() ? Optional.of("the run has no first line") : Optional.empty();
  }

  private Optional<String> testGap() {
    String id = one.test().test();
    if (Canary.of(id).isPresent()) {
      return Optional.empty();
    }
    Optional<Fact<Inventory>> inventory = one.all().inventory(one.test().suite());
    boolean listed =
        inventory.stream()
            .flatMap(it -> it.entry().tests().stream())
            .anyMatch(it -> it.id().equals(id) && !it.closure().isBlank());
    inventory.ifPresent(it -> refs.add(it.n()));
    return listed ? Optional.empty() : Optional.of("the frozen inventory does not list the test");
  }

  private Optional<String> workerGap() {
    Attempt attempt = one.attempt().entry();
    Optional<Fact<Spawned>> spawned =
        one.all()
            .spawned(attempt.workerPid())
            .filter(it -> it.entry().birth().equals(attempt.workerBirth()))
            .filter(it -> !it.entry().argv().isEmpty());
    spawned.ifPresent(it -> refs.add(it.n()));
    return spawned.isPresent()
        ? Optional.empty()
        : Optional.of("no line says how worker process " + attempt.workerPid() + " was spawned");
  }

  private Optional<String> deployGap() {
    boolean open = one.all().deployed().map(it -> it.entry().open()).orElse(false);
    one.all().deployed().ifPresent(it -> refs.add(it.n()));
    return open ? Optional.empty() : Optional.of("no deploy was open");
  }

  private Optional<String> servicesGap() {
    TreeSet<String> services = new TreeSet<>();
    calls().filter(it -> it.instance() == null).forEach(it -> services.add(it.service()));
    if (one.exchanges().isEmpty()) {
      services.addAll(one.terms().entry().uses());
    }
    return services.stream()
        .flatMap(it -> serviceGap(it).stream())
        .findFirst()
        .or(this::instancesGap);
  }

  private Stream<Exchange> calls() {
    return one.exchanges().stream().map(Fact::entry).filter(it -> !Exchanges.isProcess(it));
  }

  /** An instance that was called must be attested; one that refused to start needs its build. */
  private Optional<String> instancesGap() {
    Map<String, String> started = new TreeMap<>();
    Map<String, String> called = new TreeMap<>();
    one.exchanges().stream()
        .map(Fact::entry)
        .filter(it -> it.instance() != null)
        .forEach(it -> started.put(String.valueOf(it.instance()), it.service()));
    calls()
        .filter(it -> it.instance() != null && Exchanges.isEvidence(it))
        .forEach(it -> called.put(String.valueOf(it.instance()), it.service()));
    return started.entrySet().stream()
        .flatMap(it -> instanceGap(it.getKey(), it.getValue(), called.keySet()).stream())
        .findFirst();
  }

  private Optional<String> instanceGap(String instance, String service, Set<String> called) {
    Optional<Fact<DeployAttested>> attested = one.all().attestedOwn(instance);
    Optional<Fact<Build>> build = one.all().build(service);
    attested.ifPresent(it -> refs.add(it.n()));
    build.ifPresent(it -> refs.add(it.n()));
    if (attested.isPresent()) {
      return mismatch(attested.get().entry(), build.map(Fact::entry));
    }
    if (called.contains(instance)) {
      return Optional.of("its own instance " + instance + " was never attested");
    }
    return build.isPresent()
        ? Optional.empty()
        : Optional.of("what its own instance " + instance + " was started from was never built");
  }

  private Optional<String> serviceGap(String service) {
    Optional<Fact<DeployAttested>> attested = one.all().attested(service);
    Optional<Fact<Build>> build = one.all().build(service);
    attested.ifPresent(it -> refs.add(it.n()));
    build.ifPresent(it -> refs.add(it.n()));
    if (attested.isEmpty()) {
      return Optional.of("service " + service + " was never attested");
    }
    return mismatch(attested.get().entry(), build.map(Fact::entry));
  }

  private Optional<String> mismatch(DeployAttested attested, Optional<Build> build) {
    String service = attested.service();
    boolean self = attested.level().equals(SELF);
    if (!self && one.asksReceipts()) {
      return Optional.of("service " + service + " does not report its build itself");
    }
    if (self && !attested.reported().equals(attested.build())) {
      return Optional.of(
          "service %s reports %s instead of %s"
              .formatted(service, attested.reported(), attested.build()));
    }
    boolean same =
        build
            .filter(it -> it.build().equals(attested.build()))
            .filter(it -> it.digest().equals(attested.digest()))
            .isPresent();
    return same
        ? Optional.empty()
        : Optional.of("what was attested of service " + service + " is not what was built");
  }
}
