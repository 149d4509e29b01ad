package ai.netra.loop.diagnosis;

import static ai.netra.loop.diagnosis.Records.test;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Cluster.Kind;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.RoundStarted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What failed alike is one cluster, in every run the same one. */
class ClustersTest {

  @Test
  void testsThatNameTheSameWrongAnswerAreOneCluster() {
    List<Cluster> clusters =
        Diagnosis.clusters(
            new Records()
                .answer("a", "GET", "/config/12345", 404)
                .failed("a", "\nexpected: 200\n but was: 404", "shop.ATest.reads(ATest.java:3)")
                .answer("b", "GET", "/config/67890", 404)
                .answer("b", "GET", "/other", 200)
                .failed("b", "got 404 NOT_FOUND", "shop.BTest.reads(BTest.java:9)")
                .verdict()
                .facts());
    assertThat(clusters).hasSize(1);
    assertThat(clusters.getFirst().tests()).containsExactly(test("a"), test("b"));
    assertThat(clusters.getFirst().kind()).isEqualTo(Kind.TEST);
    assertThat(clusters.getFirst().title()).contains("2 tests", "api GET /config/{} → 404");
  }

  @Test
  void otherAnswersAreOtherClusters() {
    List<Cluster> clusters =
        Diagnosis.clusters(
            new Records()
                .answer("a", "GET", "/config", 404)
                .failed("a", "expected: 200 but was: 404")
                .answer("b", "POST", "/refresh", 422)
                .failed("b", "expected: 200 but was: 422")
                .passed("c")
                .verdict()
                .facts());
    assertThat(clusters).extracting(Cluster::id).containsExactly("c1", "c2");
    assertThat(clusters).extracting(it -> it.tests().getFirst().test()).containsExactly("a", "b");
  }

  @Test
  void theSameFailureHasTheSameFingerprintThoughNumbersAndLinesDiffer() {
    String first = unnamed("order 4711 is lost after 12 ms", "shop.Orders.read(Orders.java:10)");
    String second = unnamed("order 9 is lost after 345 ms", "shop.Orders.read(Orders.java:99)");
    String elsewhere = unnamed("order 9 is lost after 345 ms", "shop.Carts.read(Carts.java:99)");
    assertThat(second).isEqualTo(first).isNotEqualTo(elsewhere);
  }

  private static String unnamed(String message, String frame) {
    List<Cluster> clusters =
        Diagnosis.clusters(
            new Records()
                .answer("a", "GET", "/x", 200)
                .failed("a", message, frame)
                .verdict()
                .facts());
    return clusters.getFirst().fingerprint();
  }

  @Test
  void aTestWithoutProofIsUnprovenAndASetUpThatThrowsBeforeAnyCallIsTheSuites() {
    List<Cluster> clusters =
        Diagnosis.clusters(
            new Records()
                .inventory("fake", "early", "also")
                .unproven("fake", "no call seen")
                .erred(
                    "early", "KEY is not set", "shop.Support.key(Support.java:4)", "shop.A.x(A:1)")
                .erred(
                    "also", "KEY is not set", "shop.Support.key(Support.java:4)", "shop.B.y(B:2)")
                .verdict()
                .facts());
    assertThat(clusters).extracting(Cluster::kind).containsExactly(Kind.UNPROVEN, Kind.SUITE);
    assertThat(clusters.get(1).tests()).containsExactly(test("early"), test("also"));
  }

  @Test
  void aClosedGateIsOneClusterByServiceAndReason() {
    List<Cluster> clusters =
        Diagnosis.clusters(
            new Records()
                .add(new DeployDone(false, "not ready within 60 s", "api", "nothing runs"))
                .add(new DeployDone(true, "every service answered", null, null))
                .facts());
    assertThat(clusters).hasSize(1);
    assertThat(clusters.getFirst().kind()).isEqualTo(Kind.DEPLOY);
    assertThat(clusters.getFirst().title())
        .isEqualTo("deploy of api closed: not ready within 60 s");
  }

  @Test
  void aLaterRoundLooksAtItsOwnRecordsAndKeepsTheIdsOfFailuresThatStay() {
    Records run = new Records().answer("a", "GET", "/a", 500).failed("a", "was 500").verdict();
    Cluster first = Diagnosis.clusters(run.facts()).getFirst();
    run.add(first).add(new RoundStarted("tree", first.id()));
    run.answer("b", "GET", "/b", 500).failed("b", "was 500");
    run.answer("a", "GET", "/a", 500).failed("a", "was 500").verdict();
    assertThat(Diagnosis.clusters(run.facts())).extracting(Cluster::id).containsExactly("c2", "c1");
    assertThat(Diagnosis.clusters(run.facts()).get(1).fingerprint()).isEqualTo(first.fingerprint());
  }

  @Test
  void aSuiteThatDoesNotLoadIsACluster() {
    Cluster cluster = Diagnosis.brokenSuite(List.of(), "e2e", "build failed: cannot find symbol");
    assertThat(cluster.kind()).isEqualTo(Kind.SUITE);
    assertThat(cluster.tests()).isEmpty();
    assertThat(cluster.title()).isEqualTo("suite e2e: build failed: cannot find symbol");
  }
}
