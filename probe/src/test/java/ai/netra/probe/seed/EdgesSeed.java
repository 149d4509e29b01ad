package ai.netra.probe.seed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.netra.probe.Attempt;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each phase sees what the loop did before it acknowledged the edge. */
public class EdgesSeed {

  @BeforeEach
  void setUp() {
    assertTrue(Files.notExists(file("CALL")), "the call has not been told yet");
  }

  @Test
  void waitsAtEachEdge() {
    assertTrue(Files.exists(file("CALL")));
    assertTrue(Files.notExists(file("TEARDOWN")), "teardown has not been told yet");
  }

  @AfterEach
  void tearDown() {
    assertTrue(Files.exists(file("TEARDOWN")));
  }

  private static Path file(String phase) {
    return Path.of(Attempt.address("FOLDER"), phase);
  }
}
