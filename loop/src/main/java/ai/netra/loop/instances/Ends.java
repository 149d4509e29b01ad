package ai.netra.loop.instances;

import ai.netra.loop.record.Entry;
import ai.netra.loop.workspace.Folders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

/** Ends the instances of an attempt, whatever state it left them in. */
final class Ends {

  /** How long calls may take to be on record, and receipts to be written, before a kill. */
  private static final Duration SETTLE = Duration.ofSeconds(1);

  private final Instances.Means means;
  private final Slots slots;
  private final Deeds deeds;

  Ends(Instances.Means means, Slots slots, Deeds deeds) {
    this.means = means;
    this.slots = slots;
    this.deeds = deeds;
  }

  /** Ends all in a thread of its own; the crew tells when. */
  void begin(Crew crew) {
    List<OwnInstance> instances = crew.close();
    if (instances.isEmpty()) {
      crew.ended().complete(null);
      return;
    }
    Thread.ofVirtual().name("end-instances").start(() -> end(crew, instances));
  }

  private void end(Crew crew, List<OwnInstance> instances) {
    try {
      // who needs the others ends first
      for (OwnInstance one : instances.reversed()) {
        end(crew, one);
      }
      crew.ended().complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      crew.ended().completeExceptionally(e);
    } catch (RuntimeException e) {
      crew.ended().completeExceptionally(e);
    }
  }

  private void end(Crew crew, OwnInstance one) throws InterruptedException {
    try {
      one.finish();
      var _ = means.gateway().awaitRecorded(one.door(), SETTLE);
      collect(crew, one);
      Deeds.Deed deed = deeds.beginOwn(one, "end");
      OptionalInt status = one.instance().status();
      if (status.isEmpty() && one.isStarted()) {
        status = OptionalInt.of(one.instance().kill());
      }
      if (status.isPresent() && !one.isEndTold()) {
        deed.ended(200, status.getAsInt(), new LinkedHashMap<>());
      }
      append(one.receipts(List.of(), Duration.ZERO));
    } finally {
      one.doors().close();
      one.instance().close();
      Folders.delete(means.folder().resolve(one.instance().name() + ".data"));
      if (one.uncount()) {
        slots.give(1);
      }
    }
  }

  /** Puts the receipts on record that the instance wrote, and waits for those it owes. */
  void collect(Crew crew, OwnInstance one) throws InterruptedException {
    append(one.receipts(means.seen().apply(crew.key()), SETTLE));
  }

  private void append(List<Entry> receipts) {
    receipts.forEach(it -> means.journal().append(means.round(), "", it, List.of()));
  }
}
