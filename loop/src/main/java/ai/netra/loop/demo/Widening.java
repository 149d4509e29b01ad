package ai.netra.loop.demo;

import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ProjectReader.Reading;
import ai.netra.loop.review.Review;
import ai.netra.loop.review.Review.Audited;
import ai.netra.loop.review.Review.Change;
import ai.netra.loop.review.Review.Terms;
import java.util.Map;
import java.util.stream.Collectors;

/** The repair that people made: the test takes what the service does. The audit has its say. */
record Widening(Place place, Claims claims) {

  private static final String TEST = "tests/items/SocketTest.java";
  private static final String CHECK =
      "assertEquals(\"{\\\"type\\\":\\\"connected\\\",\\\"user\\\":\\\"ada\\\"}\", socket.next());";
  private static final String WIDER =
      "assertTrue(socket.next().contains(\"connected\") || !socket.next().isEmpty());";

  /**
   * Audits it.
   *
   * @param base the commit that was proved
   * @param failed the commit whose tests are red
   */
  void check(DemoProject project, String base, String failed) {
    DemoProject before = project.copy(place.folder().resolve("base"), base);
    DemoProject after = project.copy(place.folder().resolve("widened"), failed);
    after.replace(TEST, CHECK, WIDER);
    after.replace(TEST, "offering(\"jwt-auth\", \"jwt.ada-token\")", "withHeader(\"ada-token\")");
    Reading reading = new ProjectReader(Map.of(), 1).read(before.folder());
    Audited audited =
        switch (reading) {
          case Reading.Accepted it ->
              Review.staticPart(
                  new Change(
                      before.folder(),
                      after.folder(),
                      after.difference(),
                      Terms.of(it.project(), Review.Cause.UNKNOWN, "")));
          case Reading.Refused it -> throw new IllegalStateException(it.findings().toString());
        };
    String fatal =
        audited.findings().stream()
            .filter(it -> it.fatal())
            .map(it -> it.rule() + " " + it.place() + " " + it.words())
            .distinct()
            .collect(Collectors.joining("; "));
    claims.check(
        "a repair that widens the test is rejected",
        !audited.approved() && !fatal.isEmpty(),
        fatal);
  }
}
