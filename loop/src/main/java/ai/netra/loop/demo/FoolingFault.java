package ai.netra.loop.demo;

import ai.netra.loop.demo.Demo.Act;
import ai.netra.loop.demo.Demo.Audience;
import tools.jackson.databind.JsonNode;

/** Act 2: a handshake that selects no subprotocol, found among fifteen commits and mended. */
final class FoolingFault {

  private static final int TESTS = 11;

  private final Place place;
  private final Audience audience;
  private final Programs programs;
  private final Claims claims;

  FoolingFault(Place place, Audience audience) {
    this.place = place;
    this.audience = audience;
    this.programs = new Programs(place, audience::aside);
    this.claims = new Claims(Demo.FAULT, "A fault that fooled people", audience);
  }

  /** {@code killed}: whether the loop is killed in the middle, and started again. */
  Act play(boolean killed) {
    DemoProject project = DemoProject.lay(place);
    project.add("tests/items/BrowserSocket.java", "more/BrowserSocket.java");
    project.add("tests/items/SocketTest.java", "more/SocketTest.java");
    String base = project.commit("A service, and a client that keeps the rules of browsers");
    audience.step("netra loop proves what the fault will be mixed into");
    Programs.Ended first = programs.netra("loop", "--json");
    claims.equal("the service is proved before the fault", proved(TESTS), ended(first));
    String fault = Commits.make(project);
    String head = project.git("rev-parse", "HEAD");
    claims.equal(
        "fifteen commits came since",
        String.valueOf(Commits.ALL),
        project.git("rev-list", "--count", base + ".." + head));
    Programs.Ended second = killed ? killedOnce() : mended();
    diagnosed(fault);
    committed(project, head);
    claims.equal("the mended tree is proved", proved(TESTS), ended(second));
    new Widening(place, claims).check(project, base, head);
    return claims.act();
  }

  private Programs.Ended mended() {
    audience.step("netra loop, with nobody helping");
    return programs.netra("loop", "--json");
  }

  private Programs.Ended killedOnce() {
    Killing killing = new Killing(place, programs, audience);
    Programs.Ended ended = killing.killAndGoOn();
    killing.check(claims);
    return ended;
  }

  private void diagnosed(String fault) {
    JournalText journal = JournalText.read(place.journal());
    String red =
        journal
            .data("verdict")
            .findFirst()
            .map(it -> it.path("counts").toString())
            .orElse("no verdict");
    audience.step("the first full run on the fault: " + red);
    new Theories(journal, claims).check();
    JsonNode culprit = journal.first("culprit").orElseGet(FoolingFault::nothing);
    claims.check(
        "the commit is named",
        culprit.path("commits").size() == 1
            && culprit.path("commits").path(0).asString("").equals(fault),
        "'%s' after %d trees"
            .formatted(culprit.path("subject").asString(""), culprit.path("steps").asInt()));
    JsonNode hunks = journal.first("minimal").orElseGet(FoolingFault::nothing).path("hunks");
    String patch = hunks.path(0).path("patch").asString("");
    claims.check(
        "one of its three hunks is named",
        hunks.size() == 1 && patch.contains("-    subprotocol(request)"),
        hunks.path(0).path("file").asString("") + ":" + hunks.path(0).path("line").asInt());
    JsonNode cause = journal.first("cause").orElseGet(FoolingFault::nothing);
    claims.check(
        "each step of the explanation rests on evidence",
        cause.path("grounded").asBoolean(false),
        cause.path("statement").asString(""));
  }

  private void committed(DemoProject project, String head) {
    claims.equal("the repair is one commit on top", head, project.git("rev-parse", "HEAD~1"));
    claims.equal(
        "it brings one line back and touches nothing else",
        "1\t0\tservice/Sockets.java",
        project.git("show", "--format=", "--numstat", "HEAD"));
    claims.check(
        "the line is the choice of the subprotocol",
        project.git("show", "--format=", "HEAD").contains("+    subprotocol(request)"),
        project.git("log", "-1", "--format=%s"));
  }

  private static JsonNode nothing() {
    return JournalText.json("{}");
  }

  private static String proved(int tests) {
    return "exit 0, proved %d of %d".formatted(tests, tests);
  }

  private static String ended(Programs.Ended ended) {
    JsonNode tests = JournalText.json(ended.lastLine()).path("tests");
    return "exit %d, proved %d of %d"
        .formatted(ended.status(), tests.path("proved").asInt(), tests.path("inventory").asInt());
  }
}
