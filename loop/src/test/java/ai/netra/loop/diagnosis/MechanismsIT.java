package ai.netra.loop.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Cause;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mechanism is named where symptom and change fit each other, and only there. */
class MechanismsIT {

  private static final String FILE = "service/Part.java";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "404 | 200 | 404 | @GetMapping(\"/items/config\") | @GetMapping(\"/other/setup\") | missing-route",
        "422 | 200 | 422 | @JsonAlias(\"refresh_token\") String refreshToken | String onlyToken | name-mismatch",
        "422 | 200 | 422 | Instant.parse(text) | Long.valueOf(text) | format-mismatch",
        "200 | 404 | 200 | owner(token.subject()) | owner(request.queryParam(\"user\")) | trust",
        "403 | 200 | 403 | claim(account.permissions()) | claim(List.of()) | wrong-claims",
        "401 | 401 KEY_EXPIRED | 401 KEY_REQUIRED | case EXPIRED -> KEY_EXPIRED; case FOREIGN -> KEY_FOREIGN; | default -> KEY_REQUIRED; | misleading-error",
        "200 | 503 | 200 | if (!phase.isReady()) return refused; | return taken; | start-order",
        "500 | 200 | 500 | total(price) | total(price + 1) | unknown",
        "404 | 200 | 404 | find(byOwner) | find(byName) | unknown",
        "200 | 404 | 200 | owner(token.subject()) | owner(\"everyone\") | unknown"
      })
  void eachKindNeedsItsSymptomAndItsChange(
      int status, String wanted, String got, String before, String after, String kind) {
    World world = new World(folder);
    world.write(FILE, "head\n" + before + "\n").commit("Write a part");
    String base = world.head();
    world.write(FILE, "head\n" + after + "\n").commit("Change a part");
    world.records.inventory("reads").answer("reads", "GET", "/items/config", status);
    world.records.failed("reads", "\nexpected: \"%s\"\n but was: \"%s\"".formatted(wanted, got));
    world.records.verdict();
    world.ruledBy(it -> World.ran(it, world.text(it.services(), FILE).contains(after)));
    Cause cause = world.diagnosedSince(base).cause();
    Cause.Node mechanism = cause.nodes().get(2);
    assertThat(mechanism.kind() == null ? mechanism.text() : mechanism.kind()).isEqualTo(kind);
    assertThat(cause.grounded()).isEqualTo(!kind.equals(Cause.UNKNOWN));
    assertThat(cause.service()).isEqualTo("items");
  }
}
