package ai.netra.loop.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.faults.Catalogue.Fault;
import ai.netra.loop.project.FaultSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run as it should be meets every criterion; each way to fall short misses its own. */
class ScorerTest {

  private static final String PATCH =
      """
      diff --git a/app/A.java b/app/A.java
      --- a/app/A.java
      +++ b/app/A.java
      @@ -1,3 +1,3 @@
       class A {
      -  int right;
      +  int wrong;
       }
      """;

  private static final String JOURNAL =
      """
      {"n":1,"kind":"proof","data":{"test":"[class:shop.OrdersTest]/[method:sums()]","outcome":"FAILED"}}
      {"n":2,"kind":"verdict","data":{"counts":{"inventory":2,"proved":1}}}
      {"n":3,"kind":"cluster","data":{"kind":"TEST","tests":[{"suite":"e2e","test":"[class:shop.OrdersTest]/[method:sums()]"}]}}
      {"n":4,"kind":"observed","data":{"end":"RAN"}}
      {"n":5,"kind":"minimal","data":{"hunks":[{"file":"app/A.java","patch":"@@ -2 +2 @@\\n-  int right;\\n+  int wrong;\\n"}],"keys":[]}}
      {"n":6,"kind":"cause","data":{"service":"api","statement":"api: a wrong value","grounded":true,"nodes":[{"level":"MECHANISM","kind":"wrong-value"}],"edges":[{"claim":"the sum is wrong","support":"SUPPORTED","refs":[4,5]}]}}
      {"n":7,"kind":"build","data":{"reused":false}}
      {"n":8,"kind":"proof","data":{"test":"[class:shop.OrdersTest]/[method:sums()]","outcome":"PROVED"}}
      {"n":9,"kind":"verdict","data":{"counts":{"inventory":2,"proved":2}}}
      """;

  private static final String SUMMARY =
      "{\"verdict\":\"proved\",\"reason\":\"proved\",\"rounds\":2,\"tests\":{\"inventory\":2}}";

  @TempDir private Path folder;
  private Fault fault = fault(Path.of("unused"));

  @BeforeEach
  void writeThePatch() throws IOException {
    fault = fault(folder);
    Files.writeString(folder.resolve("inject.patch"), PATCH);
  }

  static Fault fault(Path folder) {
    String text =
        """
        id: T1
        title: a wrong value
        kind: code
        inject: { patch: inject.patch, mix: 3 }
        truth:
          service: api
          change: { path: "app/**" }
          mechanism: { kinds: [wrong-value], element: A }
          statement: the value is wrong
          symptom: { where: GET /sum }
          failing: ["tag:sum"]
        wrong_conclusions: ["the network is slow"]
        end: proved
        limits: { time: 5m, rounds: 2 }
        """;
    return new Fault(folder, ((FaultSpec.Reading.Accepted) FaultSpec.read(text)).fault());
  }

  @Test
  void aRunAsItShouldBeMeetsEverything() throws IOException {
    Score.Explained explained = scored(JOURNAL, SUMMARY, true);

    assertThat(explained.misses()).isEmpty();
    assertThat(explained.score().passed()).isTrue();
    assertThat(explained.score().builds()).isEqualTo(1);
    assertThat(explained.score().testRuns()).isEqualTo(3);
    assertThat(explained.score().rounds()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\":\"TEST\",\"tests\":[{|\"kind\":\"TEST\",\"others\":[{|detected",
        "\"service\":\"api\"|\"service\":\"auth\"|right_service",
        "+  int wrong;|+  int innocent;|right_change",
        "\"kind\":\"wrong-value\"|\"kind\":\"race\"|right_mechanism",
        "\"refs\":[4,5]|\"refs\":[4,99]|grounded",
        "the sum is wrong|the network is slow|honest",
        "\"outcome\":\"PROVED\"|\"outcome\":\"UNPROVEN\"|fixed"
      })
  void eachShortcomingMissesItsOwnCriterion(String text, String by, String criterion)
      throws IOException {
    assertThat(JOURNAL).contains(text);

    assertThat(scored(JOURNAL.replace(text, by), SUMMARY, true).misses()).contains(criterion);
  }

  @Test
  void aSmallerInventoryIsNotProved() throws IOException {
    String smaller = SUMMARY.replace("\"inventory\":2", "\"inventory\":1");

    assertThat(scored(JOURNAL, smaller, true).misses()).contains("proved", "fixed");
  }

  @Test
  void changedTestsDoNotCountAsFixed() throws IOException {
    assertThat(scored(JOURNAL, SUMMARY, false).misses()).containsExactly("fixed");
  }

  private Score.Explained scored(String journal, String summary, boolean sameSuites)
      throws IOException {
    Path file = Files.writeString(folder.resolve("journal.jsonl"), journal);
    TestNames tests = new TestNames();
    tests.put(
        "OrdersTest.java",
        """
        package shop;
        class OrdersTest {
          @Test @Tag("sum") @DisplayName("O1 Orders are summed") void sums() {}
        }
        """);
    return new Scorer(
            new Scorer.Evidence(
                new History(fault, List.of(), List.of(), List.of(), 1),
                new Replica(folder, folder),
                JournalLines.read(file),
                Scorer.object(SUMMARY),
                Scorer.object(summary),
                tests,
                sameSuites,
                List.of(),
                true,
                Duration.ofSeconds(90)))
        .score();
  }
}
