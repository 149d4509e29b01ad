package ai.netra.loop.instances;

import ai.netra.loop.deploy.Deployment.Instance;
import ai.netra.loop.deploy.Deployment.Start;
import ai.netra.loop.gateway.Gateway.Own;
import ai.netra.loop.receipts.ReceiptLog;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An instance in the hands of its attempt. One order at a time is carried out; only its end waits
 * for none.
 */
final class OwnInstance {

  private final Instance instance;
  private final Own door;
  private final Doors doors;
  private final Optional<ReceiptLog> receipts;

  /** Guards what is done to the process, but for its end. */
  private final ReentrantLock orders = new ReentrantLock(true);

  /** Guards that nothing is started after the end; held for the moment of a start alone. */
  private final Object life = new Object();

  private boolean over;

  /** Whether it counts among those that live at once. */
  private final AtomicBoolean counted = new AtomicBoolean(true);

  private volatile boolean paused;
  private volatile boolean endTold;
  private volatile boolean started;

  OwnInstance(Instance instance, Own door, Doors doors, Optional<ReceiptLog> receipts) {
    this.instance = instance;
    this.door = door;
    this.doors = doors;
    this.receipts = receipts;
  }

  Instance instance() {
    return instance;
  }

  Own door() {
    return door;
  }

  Doors doors() {
    return doors;
  }

  ReentrantLock orders() {
    return orders;
  }

  void start() {
    synchronized (life) {
      if (over) {
        throw new Refusal(409, instance.name() + ": its attempt is over");
      }
      paused = false;
      endTold = false;
      instance.start();
      started = true;
    }
  }

  Start awaitReady() {
    return instance.awaitReady();
  }

  void pause() {
    paused = true;
    instance.pause();
  }

  void resume() {
    paused = false;
    instance.resume();
  }

  /** Stops counting it; whether it counted until now. */
  boolean uncount() {
    return counted.getAndSet(false);
  }

  /** Counts it again; whether it did not until now. */
  boolean count() {
    return !counted.getAndSet(true);
  }

  boolean isStarted() {
    return started;
  }

  /** The end of its process is on record. */
  void endIsTold() {
    endTold = true;
  }

  boolean isEndTold() {
    return endTold;
  }

  /** What it does now, in a word. */
  String state() {
    if (instance.status().isPresent()) {
      return "ended";
    }
    return paused ? "paused" : "running";
  }

  /** The receipts that came since the last time; waits for those that these exchanges still owe. */
  synchronized List<Entry> receipts(Collection<Exchange> exchanges, Duration longest)
      throws InterruptedException {
    List<Exchange> own =
        exchanges.stream().filter(it -> instance.name().equals(it.instance())).toList();
    return receipts.isPresent() ? receipts.get().await(own, longest) : List.of();
  }

  /** Lets nothing start any more. */
  void finish() {
    synchronized (life) {
      over = true;
    }
  }
}
