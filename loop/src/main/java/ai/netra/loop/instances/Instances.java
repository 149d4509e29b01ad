package ai.netra.loop.instances;

import ai.netra.loop.deploy.Deployment;
import ai.netra.loop.deploy.Deployment.InstanceFailure;
import ai.netra.loop.gateway.Attribution;
import ai.netra.loop.gateway.Fault;
import ai.netra.loop.gateway.Gateway;
import ai.netra.loop.gateway.GatewayFailure;
import ai.netra.loop.journal.Journal;
import ai.netra.loop.project.Project;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Own instances of attempts, ordered over HTTP at {@link #address}. Stands before the gateway's
 * attribution, so that it knows whose orders come, and ends with an attempt what it started. Safe
 * for use by many threads.
 */
public final class Instances implements Attribution, AutoCloseable {

  private final Means means;
  private final Starts starts;
  private final Ends ends;
  private final Actions actions;
  private final Deeds deeds;
  private final Control control;
  private final Map<TestKey, Crew> crews = new ConcurrentHashMap<>();
  private final Map<Integer, Crew> lanes = new ConcurrentHashMap<>();

  /**
   * What instances are made with.
   *
   * @param deployment what runs, asked when an order comes
   * @param seen the exchanges of an attempt that are on record
   * @param folder takes logs and data; it exists
   * @param round the round that journal lines belong to
   */
  public record Means(
      Project project,
      Supplier<Deployment> deployment,
      Gateway gateway,
      Journal journal,
      Function<TestKey, List<Exchange>> seen,
      Path folder,
      int round,
      Clock clock,
      LongSupplier nanoTime) {}

  private Instances(Means means, SecureRandom random) {
    Slots slots = new Slots(means.project().instances().max());
    this.means = means;
    this.deeds = new Deeds(means);
    this.starts = new Starts(means, slots, deeds);
    this.ends = new Ends(means, slots, deeds);
    this.actions = new Actions(means, starts, ends, deeds);
    this.control = Control.open(random, this::answer);
  }

  /** Opens the control channel; orders are taken from now on. */
  public static Instances open(Means means) {
    return new Instances(means, new SecureRandom());
  }

  /** Where the attempt of a lane orders: what {@code NETRA_GATEWAY} holds for it. */
  public String address(int lane) {
    return control.address(lane);
  }

  @Override
  public void begin(TestKey key, String traceId, int lane, @Nullable Fault fault) {
    means.gateway().begin(key, traceId, lane, fault);
    Crew crew = new Crew(key, traceId, lane, fault);
    crews.put(key, crew);
    lanes.put(lane, crew);
  }

  @Override
  public void phase(TestKey key, Phase phase) {
    crew(key).phase(phase);
    means.gateway().phase(key, phase);
  }

  @Override
  public void end(TestKey key) {
    means.gateway().end(key);
    Crew crew = crew(key);
    lanes.remove(crew.lane(), crew);
    ends.begin(crew);
  }

  private Crew crew(TestKey key) {
    return Objects.requireNonNull(crews.get(key), "an attempt that began");
  }

  /**
   * Returns when all instances of the attempts have ended and their receipts are on record.
   *
   * @throws RuntimeException what kept them from it
   */
  public void settle(Collection<TestKey> keys) {
    for (TestKey key : keys) {
      Crew crew = crews.get(key);
      if (crew != null) {
        await(crew);
      }
    }
  }

  private static void await(Crew crew) {
    try {
      crew.ended().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private Reply answer(String method, List<String> path, Control.Sender sender, String body)
      throws InterruptedException {
    if (!path.getFirst().equals("instances") || path.size() > 3) {
      throw new Refusal(404, "no such address");
    }
    Crew crew = crew(sender);
    if (crew.refuses()) {
      deeds.disturbed(crew, service(path, body), path.getLast(), "refuse");
      throw new Refusal(503, "refused in this control");
    }
    try {
      return disturbed(method, path, crew, body);
    } catch (InstanceFailure | GatewayFailure e) {
      throw new Refusal(500, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, String.valueOf(e.getMessage()));
    }
  }

  private Reply disturbed(String method, List<String> path, Crew crew, String body)
      throws InterruptedException {
    String service = service(path, body);
    String action = path.size() == 1 ? "start" : path.getLast();
    return switch (crew.change(service, action).orElse(null)) {
      case Fault.Change.Status it -> {
        deeds.disturbed(crew, service, action, it.label());
        yield Reply.of(new Refusal(it.code(), "the gateway answers " + it.code()));
      }
      case Fault.Change.Leaves it -> {
        Reply reply = answer(method, path, crew, body);
        deeds.disturbed(crew, service, action, it.label());
        yield reply.changed(it);
      }
      case null, default -> answer(method, path, crew, body);
    };
  }

  private Reply answer(String method, List<String> path, Crew crew, String body)
      throws InterruptedException {
    if (path.size() == 1 && method.equals("POST")) {
      return starts.order(crew, Order.parse(body, means.project()));
    }
    if (path.size() == 2 && method.equals("GET")) {
      return actions.look(crew.instance(path.get(1)));
    }
    if (path.size() == 3 && method.equals("POST")) {
      return actions.act(crew, crew.instance(path.get(1)), path.get(2), body);
    }
    throw new Refusal(405, "no order " + method + " " + String.join("/", path));
  }

  /** What a refused order is about, as far as it says. */
  private String service(List<String> path, String body) {
    return path.size() == 1
        ? Order.parse(body, means.project()).service()
        : path.get(1).replaceFirst("-[0-9]+$", "");
  }

  private Crew crew(Control.Sender sender) {
    String trace = sender.traceparent();
    Crew crew =
        trace == null
            ? lanes.get(sender.lane())
            : lanes.values().stream()
                .filter(it -> trace.contains(it.traceId()))
                .findFirst()
                .orElse(null);
    if (crew == null) {
      throw new Refusal(409, "no attempt runs in lane " + sender.lane() + " that could order");
    }
    return crew;
  }

  /** Takes no more orders and ends what is left. */
  @Override
  public void close() {
    control.close();
    crews.values().stream().filter(Crew::isOpen).forEach(ends::begin);
    crews.values().forEach(Instances::await);
  }
}
