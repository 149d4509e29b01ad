package ai.netra.loop.proof;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.Proof.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Part 3: a call that the gateway saw answered, and, at level receipt, that the service logged too.
 */
final class WirePart {

  private static final int SHOWN_PROBLEMS = 3;

  private WirePart() {}

  static Part of(Case one) {
    if (one.evidence().isEmpty()) {
      return Parts.WIRE.missing(absence(one), lines(one.exchanges()).toArray(Long[]::new));
    }
    return one.asksReceipts() ? withReceipts(one) : onTheWire(one);
  }

  /** Whether only answers from before a request carry part 3, which is evidence at wire alone. */
  static boolean precedesRequests(Case one) {
    return !one.evidence().isEmpty()
        && one.evidence().stream()
            .allMatch(it -> !Exchanges.isProcess(it.entry()) && one.join().receiptOf(it).isEmpty());
  }

  private static String absence(Case one) {
    if (one.exchanges().isEmpty()) {
      return "it made no call that the gateway saw";
    }
    if (one.exchanges().stream().allMatch(it -> it.entry().kind() == Exchange.Kind.RAW)) {
      return "not readable: what it sent is neither HTTP/1.1 nor WebSocket";
    }
    if (one.exchanges().stream().noneMatch(it -> Exchanges.isEvidence(it.entry()))) {
      return "no call was answered whole: " + Exchanges.words(one.exchanges().getLast().entry());
    }
    return "its only calls were made in teardown";
  }

  private static Part onTheWire(Case one) {
    return Parts.WIRE.present(calls(one), lines(one.evidence()));
  }

  private static Part withReceipts(Case one) {
    List<ReceiptJoin.Problem> problems = one.join().problems();
    if (!problems.isEmpty()) {
      return contradicted(problems);
    }
    List<Long> receipts = receipts(one);
    if (receipts.isEmpty() && !allPrecedeRequests(one)) {
      return Parts.WIRE.missing(
          "none of its services writes receipts", lines(one.evidence()).toArray(Long[]::new));
    }
    List<Long> refs = new ArrayList<>(lines(one.evidence()));
    refs.addAll(receipts);
    String note = precedesRequests(one) ? " (wire: answered before a request existed)" : "";
    return Parts.WIRE.present(calls(one) + ", " + receipts.size() + " receipts" + note, refs);
  }

  /** Neither an answer from before a request nor the end of a process has a receipt. */
  private static boolean allPrecedeRequests(Case one) {
    return one.evidence().stream()
        .map(Fact::entry)
        .allMatch(it -> Exchanges.mayPrecedeRequest(it) || Exchanges.isProcess(it));
  }

  private static Part contradicted(List<ReceiptJoin.Problem> problems) {
    String reasons =
        problems.stream()
            .limit(SHOWN_PROBLEMS)
            .map(ReceiptJoin.Problem::reason)
            .collect(Collectors.joining("; "));
    int more = problems.size() - SHOWN_PROBLEMS;
    return Parts.WIRE.contradicted(
        more > 0 ? reasons + "; and " + more + " more" : reasons,
        problems.stream().flatMap(it -> it.refs().stream()).toList());
  }

  private static List<Long> receipts(Case one) {
    return one.evidence().stream()
        .flatMap(it -> one.join().receiptOf(it).stream())
        .map(Slip::n)
        .toList();
  }

  private static String calls(Case one) {
    String where = one.evidencePhase() == Phase.SETUP ? " in its own setup" : "";
    return one.evidence().size() + " exchanges" + where;
  }

  private static List<Long> lines(List<Fact<Exchange>> exchanges) {
    return exchanges.stream().map(Fact::n).toList();
  }
}
