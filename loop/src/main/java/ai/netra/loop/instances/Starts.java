package ai.netra.loop.instances;

import ai.netra.loop.deploy.Deployment;
import ai.netra.loop.deploy.Deployment.Instance;
import ai.netra.loop.deploy.Deployment.Start;
import ai.netra.loop.deploy.Deployment.Wanted;
import ai.netra.loop.gateway.Gateway.Own;
import ai.netra.loop.project.ServiceSpec.LogSpec;
import ai.netra.loop.receipts.ReceiptLog;
import ai.netra.loop.receipts.ReceiptSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts instances. */
final class Starts {

  private final Instances.Means means;
  private final Slots slots;
  private final Deeds deeds;
  private final AtomicInteger numbers = new AtomicInteger();

  Starts(Instances.Means means, Slots slots, Deeds deeds) {
    this.means = means;
    this.slots = slots;
    this.deeds = deeds;
  }

  /** Starts what is ordered, its own needs first, and tells how it went. */
  Reply order(Crew crew, Order order) throws InterruptedException {
    int count = order.ownNeeds() ? means.project().withNeeds(order.service()).size() : 1;
    if (!slots.take(count, crew::isOpen)) {
      throw new Refusal(409, "the attempt is over");
    }
    List<OwnInstance> made = prepared(crew, order, count);
    Map<String, Object> needs = new LinkedHashMap<>();
    for (OwnInstance need : made.subList(0, made.size() - 1)) {
      Reply reply = started(need, order.text(), true);
      if (reply.status() != 201) {
        return reply;
      }
      needs.put(need.instance().service().name(), reply.members());
    }
    Reply reply = started(made.getLast(), order.text(), order.waits());
    reply.members().put("needs", needs);
    return reply;
  }

  private List<OwnInstance> prepared(Crew crew, Order order, int count) {
    List<OwnInstance> made = List.of();
    try {
      made = prepare(crew, order);
      if (crew.add(made)) {
        return made;
      }
      throw new Refusal(409, "the attempt is over");
    } catch (RuntimeException e) {
      made.forEach(it -> it.instance().close());
      slots.give(count);
      throw e;
    }
  }

  private List<OwnInstance> prepare(Crew crew, Order order) {
    Doors doors = new Doors(crew.key(), means.project(), means.gateway(), this::name);
    Deployment deployment = means.deployment().get();
    Wanted wanted =
        new Wanted(order.service(), order.ownNeeds(), order.copy(), order.env(), means.folder());
    try {
      List<OwnInstance> made = new ArrayList<>();
      for (Instance instance : deployment.instances(wanted, doors)) {
        Own door = new Own(crew.key(), instance.service().name(), instance.name(), null);
        made.add(new OwnInstance(instance, door, doors, receipts(instance)));
      }
      return made;
    } catch (RuntimeException e) {
      doors.close();
      throw e;
    }
  }

  private String name(String service) {
    return service + "-" + numbers.incrementAndGet();
  }

  private Optional<ReceiptLog> receipts(Instance instance) {
    LogSpec logs = instance.service().logs();
    ReceiptSource source =
        new ReceiptSource(instance.service().name(), instance.log(), 0, logs.fields());
    return logs.receipts()
        ? Optional.of(ReceiptLog.follow(source, means.nanoTime()))
        : Optional.empty();
  }

  /** Starts its process again, with the same data and secrets. */
  Reply restart(Crew crew, OwnInstance one) throws InterruptedException {
    if (one.count() && !slots.take(1, crew::isOpen)) {
      one.uncount();
      throw new Refusal(409, "the attempt is over");
    }
    if (one.instance().status().isEmpty()) {
      one.instance().stop();
    }
    return started("restart", one, "", true);
  }

  private Reply started(OwnInstance one, String order, boolean waits) {
    one.orders().lock();
    try {
      return started("start", one, order, waits);
    } finally {
      one.orders().unlock();
    }
  }

  private Reply started(String action, OwnInstance one, String order, boolean waits) {
    Deeds.Deed deed = deeds.begin(one, action, order);
    one.start();
    return waits ? ready(deed, one) : deed.done(new Reply(201, facts(one, "started")));
  }

  /** Waits until it is ready, and tells how it went. */
  Reply ready(Deeds.Deed deed, OwnInstance one) {
    return switch (one.awaitReady()) {
      case Start.Ready ready -> {
        Map<String, Object> facts = facts(one, "ready");
        facts.put("ready_millis", ready.millis());
        yield deed.done(new Reply(201, facts));
      }
      case Start.Ended ended -> {
        Map<String, Object> facts = facts(one, "ended");
        facts.put("argv", one.instance().argv());
        if (one.uncount()) {
          slots.give(1);
        }
        yield deed.ended(422, ended.status(), facts);
      }
      case Start.NotReady not -> {
        Map<String, Object> facts = facts(one, "started");
        facts.put("error", not.reason());
        yield deed.done(new Reply(504, facts));
      }
    };
  }

  private static Map<String, Object> facts(OwnInstance one, String state) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", one.instance().name());
    facts.put("service", one.instance().service().name());
    facts.put("url", one.instance().url().toString());
    facts.put("state", state);
    return facts;
  }
}
