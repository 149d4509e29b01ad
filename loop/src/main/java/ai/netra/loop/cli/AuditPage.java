package ai.netra.loop.cli;

import ai.netra.loop.record.AuditScore.Finding;
import ai.netra.loop.review.Review.Audited;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** An audit for people and programs, the worst rooms first. */
record AuditPage(Audited audited, int pass) {

  /** A folder with what was found in it. */
  private record Room(String room, int deduction, boolean fatal, List<Finding> findings) {}

  /** The JSON of {@code netra audit --json}. */
  record Page(
      int score,
      boolean approved,
      int pass,
      String rules,
      List<Finding> findings,
      List<Total> rooms,
      List<String> notAsked) {}

  /** What a room lost. */
  record Total(String room, int deduction, int findings, boolean fatal) {}

  Page json() {
    List<Total> totals =
        rooms().stream()
            .map(it -> new Total(it.room(), it.deduction(), it.findings().size(), it.fatal()))
            .toList();
    return new Page(
        audited.score(),
        audited.approved(),
        pass,
        audited.rules(),
        audited.findings(),
        totals,
        audited.notAsked());
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Room room : rooms()) {
      lines.add("%s: %d".formatted(room.room(), -room.deduction()));
      room.findings().forEach(it -> lines.add(line(it)));
    }
    audited.notAsked().forEach(it -> lines.add("not asked: " + it));
    lines.add(
        "score %d of 100, %d asked for: %s"
            .formatted(audited.score(), pass, audited.approved() ? "passed" : "not passed"));
    return lines;
  }

  private static String line(Finding it) {
    String price = it.fatal() ? "fatal" : String.valueOf(-it.deduction());
    return "  %s %5s  %s  %s".formatted(it.rule(), price, it.place(), it.words());
  }

  private List<Room> rooms() {
    return audited.findings().stream()
        .collect(Collectors.groupingBy(it -> folder(it.place())))
        .entrySet()
        .stream()
        .map(it -> room(it.getKey(), it.getValue()))
        .sorted(
            Comparator.comparing(Room::fatal, Comparator.reverseOrder())
                .thenComparing(Room::deduction, Comparator.reverseOrder())
                .thenComparing(it -> it.findings().size(), Comparator.reverseOrder())
                .thenComparing(Room::room))
        .toList();
  }

  private static Room room(String name, List<Finding> findings) {
    int deduction = findings.stream().mapToInt(Finding::deduction).sum();
    return new Room(name, deduction, findings.stream().anyMatch(Finding::fatal), findings);
  }

  private static String folder(String place) {
    int slash = place.lastIndexOf('/');
    return slash < 0 ? "." : place.substring(0, slash);
  }
}
