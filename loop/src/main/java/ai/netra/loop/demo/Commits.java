package ai.netra.loop.demo;

import java.util.List;

/** Fifteen commits of a week; the eighth carries the fault between changes that harm nobody. */
final class Commits {

  static final int ALL = 15;
  private static final String ITEMS = "service/Items.java";
  private static final String SOCKETS = "service/Sockets.java";
  private static final String SELECTS =
      "    subprotocol(request).ifPresent(it -> head.append(\"Sec-WebSocket-Protocol: \" + it +"
          + " \"\\r\\n\"));\n";

  private static final List<String> BEFORE =
      List.of(
          "Note who calls the service",
          "Say how items are kept",
          "Note how long items live",
          "Note what a name may hold",
          "Say what a deleted item leaves",
          "Note the port",
          "Note the limits");

  private static final List<String> AFTER =
      List.of(
          "Note what the socket sends",
          "Say how a list is made",
          "Note how receipts look",
          "Note who may connect",
          "Say what an error holds",
          "Note what is measured",
          "Note what comes next");

  private Commits() {}

  /** Makes them and returns the faulty one's id. */
  static String make(DemoProject project) {
    BEFORE.forEach(subject -> benign(project, subject));
    String fault = fault(project);
    AFTER.forEach(subject -> benign(project, subject));
    return fault;
  }

  private static String fault(DemoProject project) {
    project.replace(SOCKETS, SELECTS, "");
    project.replace(
        SOCKETS, "/** The socket at /ws: it greets", "/** One socket at /ws: it greets");
    project.replace(
        SOCKETS, "  /** Until the client closes. */", "  /** Until its client closes. */");
    return project.commit("Tidy the socket");
  }

  private static void benign(DemoProject project, String subject) {
    if (subject.startsWith("Note")) {
      project.write("notes/" + subject.replace(' ', '-') + ".txt", subject + ".\n");
    } else {
      String place = "  private static Answer create(";
      project.replace(ITEMS, place, "  // " + subject + "\n" + place);
    }
    project.commit(subject);
  }
}
