package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer;
import ai.netra.loop.deploy.Deployment;
import ai.netra.loop.gateway.Gateway;
import ai.netra.loop.gateway.GatewaySettings;
import ai.netra.loop.index.History;
import ai.netra.loop.index.History.Past;
import ai.netra.loop.instances.Instances;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.receipts.ReceiptLog;
import ai.netra.loop.receipts.ReceiptSource;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.suite.Suite;
import ai.netra.loop.suite.SuiteContext;
import ai.netra.loop.suite.SuiteFailure;
import ai.netra.loop.suite.Suites;
import ai.netra.loop.workspace.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The stage on this machine: services as process groups behind the recording gateway, suites in
 * worker processes. Belongs to the round's thread.
 */
final class LocalStage implements Stage {

  /** How long sockets may take to end, and receipts to be written, after the last test. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  /** Two stages may run at once, and no two exchanges of a run have one number. */
  private static final long APART = 1_000_000;

  /** With less than this a disk is full: not even a build or a log has room. */
  private static final long LEAST_BYTES = 2 << 20;

  /** The services' data of a run, by the beginning of the folder's name. */
  private static final String DATA = "rundata";

  private final Setting setting;
  private final int round;
  private final Ledger ledger;
  private final StateProbes probes;
  private final Gateway gateway;
  private final Instances instances;
  private final GatewayAddresses addresses;
  private final Path data;
  private final LocalDeploys deploys;
  private final List<Suite> suites = new ArrayList<>();
  private final List<ReceiptLog> receipts = new ArrayList<>();
  private CompletableFuture<Shown> shown = CompletableFuture.completedFuture(Shown.NOTHING);
  private CompletableFuture<Map<String, Map<String, Past>>> past =
      CompletableFuture.completedFuture(Map.of());
  private Optional<Deployment> deployment = Optional.empty();
  private long deployedNanos;

  /** That of a round's target: opens the gateway; nothing listens yet. */
  static LocalStage target(Setting setting, int round, Ledger ledger, RoundListener listener) {
    LocalStage stage = new LocalStage(setting, round, ledger, listener, 0);
    Earlier earlier =
        new Earlier(setting.workspace().state().runs(), setting.run(), setting.target().name());
    stage.shown = CompletableFuture.supplyAsync(earlier::shown);
    stage.past = CompletableFuture.supplyAsync(() -> stage.pasts(listener));
    return stage;
  }

  /** One for experiments, which take nothing over. */
  static LocalStage aside(Setting setting, int round, Ledger ledger, RoundListener listener) {
    return new LocalStage(setting, round, ledger, listener, APART);
  }

  /**
   * @param first so far from the last exchange its own are numbered
   */
  private LocalStage(
      Setting setting, int round, Ledger ledger, RoundListener listener, long first) {
    this.setting = setting;
    this.round = round;
    this.ledger = ledger;
    this.probes = new StateProbes(Terms.probes(setting.project()), ledger, round);
    this.gateway =
        Gateway.open(
            ledger,
            new GatewaySettings(
                    GatewaySettings.DEFAULT_BODY_BYTES,
                    setting.clock(),
                    setting.nanoTime(),
                    setting.spanIds())
                .telling(probes::after)
                .after(ledger.lastExchange() + first));
    Path work = setting.workspace().state().work();
    this.data = Folders.temporary(work, DATA);
    this.instances = Instances.open(means());
    this.addresses = new GatewayAddresses(gateway, instances::address, listener);
    this.deploys = new LocalDeploys(setting, ledger, addresses, data, round);
  }

  private Instances.Means means() {
    return new Instances.Means(
        setting.project(),
        this::running,
        gateway,
        ledger,
        key -> ledger.exchanges(List.of(key)),
        Folders.temporary(data, "instances"),
        round,
        setting.clock(),
        setting.nanoTime());
  }

  private Deployment running() {
    return deployment.orElseThrow(() -> new IllegalStateException("nothing is deployed yet"));
  }

  /** What a killed run left: nobody else makes such folders, and the lock is ours. */
  static void removeLeftovers(Path work) {
    try (Stream<Path> all = Files.list(work)) {
      all.filter(it -> isLeftover(it.getFileName().toString())).forEach(Folders::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(work + ": cannot be listed", e);
    }
  }

  private static boolean isLeftover(String name) {
    return name.startsWith(DATA + "-") || name.startsWith(History.LIBRARY);
  }

  @Override
  public Deployer.Outcome deploy() {
    Deployer.Outcome outcome = deploys.deploy();
    if (outcome instanceof Deployer.Outcome.Attested it) {
      deployment = Optional.of(it.deployment());
      deployedNanos = setting.nanoTime().getAsLong();
      it.deployment().services().forEach(this::followReceipts);
    }
    return outcome;
  }

  @Override
  public Deployer.Outcome goBack(DeployBack good) {
    suites.forEach(Suite::close);
    deployment.ifPresent(Deployment::close);
    Deployer.Outcome outcome = deploys.goBack(good);
    if (outcome instanceof Deployer.Outcome.Attested it) {
      deployment = Optional.of(it.deployment());
    }
    return outcome;
  }

  @Override
  public Settled settled() {
    Duration passed = Duration.ofNanos(setting.nanoTime().getAsLong() - deployedNanos);
    Duration left = setting.target().settle().minus(passed);
    try {
      if (left.isPositive()) {
        Thread.sleep(left);
      }
      return new Settled(setting.project().errors(), deployment.orElseThrow().errors());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SuiteFailure("interrupted while the services settled", e);
    }
  }

  private void followReceipts(Deployment.RunningService service) {
    ServiceSpec.LogSpec logs = setting.project().service(service.name()).logs();
    if (logs.receipts()) {
      ReceiptSource source = new ReceiptSource(service.name(), service.log(), 0, logs.fields());
      receipts.add(ReceiptLog.follow(source, setting.nanoTime()));
    }
  }

  @Override
  public List<StagedSuite> suites() {
    Deployment running = deployment.orElseThrow();
    Map<String, String> urls = new HashMap<>();
    running.services().forEach(it -> urls.put(it.name(), it.publicUrl()));
    SuiteReferences references = new SuiteReferences(setting, running.secrets(), urls);
    Terms.performance(setting.project()).ifPresent(it -> ledger.once(round, it));
    List<StagedSuite> staged = new ArrayList<>();
    for (SuiteSpec declared : setting.project().suites().values()) {
      SuiteSpec spec = references.resolve(declared);
      Suite suite = Suites.open(spec, context(spec));
      suites.add(suite);
      staged.add(new StagedSuite(Terms.of(setting.project(), spec), suite));
    }
    return staged;
  }

  @Override
  public Shown shown() {
    return shown.join();
  }

  /** Of each suite; without an index every test is one that was never run. */
  private Map<String, Map<String, Past>> pasts(RoundListener listener) {
    Map<String, Map<String, Past>> pasts = new HashMap<>();
    try (History history = History.open(setting.workspace().state())) {
      history.bringUpToDate(setting.run());
      for (String suite : setting.project().suites().keySet()) {
        pasts.put(suite, history.of(setting.target().name(), suite));
      }
    } catch (History.Failure e) {
      listener.note("the order goes without history: " + e.getMessage());
    }
    return pasts;
  }

  @Override
  public Map<String, Past> past(String suite) {
    return past.join().getOrDefault(suite, Map.of());
  }

  private SuiteContext context(SuiteSpec spec) {
    return new SuiteContext(
        setting.source(),
        created("suites/" + spec.name()),
        setting.probe(),
        setting.java(),
        setting.environment(),
        setting.workspace().processes(),
        instances,
        addresses,
        ledger,
        setting.nonce(),
        round,
        setting.clock());
  }

  private Path created(String folder) {
    try {
      return Files.createDirectories(setting.outputs().resolve(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(setting.folder() + ": the run's folder is not writable", e);
    }
  }

  @Override
  public void settle(Collection<TestKey> keys) {
    try {
      instances.settle(keys);
      gateway.drain(keys, SETTLE);
      List<Exchange> exchanges =
          ledger.exchanges(keys).stream().filter(it -> it.instance() == null).toList();
      for (ReceiptLog log : receipts) {
        log.await(exchanges, SETTLE).forEach(it -> ledger.append(round, "", it, List.of()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SuiteFailure("interrupted while the last receipts were awaited", e);
    }
  }

  @Override
  public Optional<String> fullDisk() {
    try {
      long free = Files.getFileStore(setting.folder()).getUsableSpace();
      return free < LEAST_BYTES
          ? Optional.of("No space left on device: %d bytes for %s".formatted(free, data))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(setting.folder() + ": its disk does not tell its space", e);
    }
  }

  @Override
  public void close() {
    suites.forEach(Suite::close);
    instances.close();
    deployment.ifPresent(Deployment::close);
    gateway.close();
    probes.close();
    Folders.delete(data);
  }
}
