package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.journal.Line;
import ai.netra.loop.record.Blame;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cause.Edge;
import ai.netra.loop.record.Cause.Level;
import ai.netra.loop.record.Cause.Node;
import ai.netra.loop.record.Cause.Support;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.EntryKind;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.report.Why.CauseAnswer;
import ai.netra.loop.report.Why.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a journal tells of causes, for people. */
class CauseAnswersTest {

  private static final TestRef TEST = new TestRef("e2e", SmallRun.NASTY);

  private final List<Line> lines = new ArrayList<>(SmallRun.lines());

  private void add(Entry entry) {
    long n = lines.size() + 1L;
    Line last =
        new Line(n, Instant.EPOCH, n, 1, EntryKind.of(entry), "", entry, List.of(), "", "h" + n);
    lines.add(lines.size() - 1, last);
  }

  private void diagnosed(String cluster, List<TestRef> tests) {
    add(new Cluster(cluster, Cluster.Kind.TEST, "print", "1 test: wrong", tests));
    add(new Blame(cluster, Blame.Word.NEW, "base", new Rate(3, 3), new Rate(0, 3)));
    add(
        new Culprit(
            cluster,
            Culprit.Found.COMMIT,
            List.of("abc"),
            "Answer otherwise",
            0.995,
            6,
            new Rate(2, 2),
            new Rate(0, 2),
            null));
    add(cause(cluster));
  }

  private static Cause cause(String cluster) {
    List<Node> nodes =
        List.of(
            new Node(Level.SYMPTOM, "1 test: wrong", null, List.of(6L)),
            new Node(Level.INTERACTION, "api GET /x → 404", null, List.of(7L)),
            new Node(Level.MECHANISM, "the mapping is gone", "missing-route", List.of(7L)),
            new Node(Level.CHANGE, "Routes.java:3", null, List.of()),
            new Node(Level.GUARD, Cause.UNKNOWN, null, List.of()),
            new Node(Level.MECHANISM, "chance", null, List.of()));
    List<Edge> edges =
        List.of(
            new Edge(0, 1, "a", "green on base", "0 of 3", Support.SUPPORTED, List.of(7L)),
            new Edge(1, 2, "b", "back it works", "green 2", Support.SUPPORTED, List.of(8L)),
            new Edge(2, 3, "c", "without it green", "red 0 of 2", Support.SUPPORTED, List.of(8L)),
            new Edge(
                0, 5, "chance", "green now and then", "red 3 of 3", Support.REFUTED, List.of(8L)));
    return new Cause(cluster, nodes, edges, "api", "Routes.java:3: the mapping is gone", true);
  }

  @Test
  void thePathHasOneStepALevelAndTheRefutedStandApart() {
    diagnosed("c1", List.of(TEST));
    List<CauseAnswer> answers = new CauseAnswers(lines).of(TEST.suite(), TEST.test());
    assertThat(answers).hasSize(1);
    CauseAnswer it = answers.getFirst();
    assertThat(it.path())
        .extracting(Step::level)
        .containsExactly("symptom", "interaction", "mechanism", "change", "guard");
    assertThat(it.path().get(2).kind()).isEqualTo("missing-route");
    assertThat(it.path().get(3).because()).isEqualTo("without it green: red 0 of 2");
    assertThat(it.refuted()).extracting(Why.Refuted::claim).containsExactly("chance");
    assertThat(it.blame()).isEqualTo("new: red 3 of 3 here, 0 of 3 on base");
    assertThat(new CauseAnswers(lines).of("e2e", "good")).isEmpty();
  }

  @Test
  void aClusterWithoutTestsConcernsEveryTest() {
    diagnosed("c1", List.of());
    assertThat(new CauseAnswers(lines).withoutTests("good"))
        .extracting(CauseAnswer::cluster)
        .containsExactly("c1");
    assertThat(new CauseAnswers(lines).of("e2e", "good")).isEmpty();
  }

  @Test
  void theReportDrawsThePathInEveryFormat() {
    diagnosed("c1", List.of(TEST));
    CycleReport report = CycleReport.of(ReportMaker.make(lines).orElseThrow(), lines);
    assertThat(report.text(RunReports.Format.MARKDOWN))
        .contains("3. mechanism: missing-route: the mapping is gone (back it works: green 2)");
    assertThat(report.text(RunReports.Format.HTML))
        .contains("<b>change</b> Routes.java:3", "<li class=\"unknown\"><b>guard</b> unknown");
    assertThat(report.text(RunReports.Format.JSON))
        .contains("\"level\" : \"mechanism\"", "\"text\" : \"missing-route: the mapping is gone\"");
  }

  @Test
  void aRunThatDiagnosedNothingSaysSo() {
    assertThat(SmallRun.report().text(RunReports.Format.MARKDOWN))
        .contains("no line of kind cluster, blame or cause");
  }
}
