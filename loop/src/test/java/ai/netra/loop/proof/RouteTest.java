package ai.netra.loop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.TestKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

  @ParameterizedTest
  @CsvSource({
    "/items, /items, 200, true",
    "/items, /items/, 200, true",
    "GET /items/{id}, /items/7?page=2, 200, true",
    "/items/{id}, /items/7/parts, 200, false",
    "/items/{id}, /items, 200, false",
    "/items, /orders, 200, false",
    "/files/{*path}, /files/a/b/c, 200, true",
    "/a b, /a%20b, 200, true",
    "unmatched, /nowhere, 404, true",
    "/{unknown}, /no/where, 404, true",
    "unmatched, /items, 200, false",
    "/, /, 200, true",
  })
  void aRouteFitsItsPaths(String named, String path, int status, boolean fits) {
    TestKey key = new TestKey("s", "t", 1, Mode.VERDICT);
    Exchange exchange = new Story().exchange(key, "GET", path, status);
    assertThat(Route.fits(named, exchange)).isEqualTo(fits);
  }
}
