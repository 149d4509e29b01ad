package ai.netra.contract.route;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.contract.route.RouteTable.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  private final RouteTable table =
      new RouteTable(
          List.of(
              route("GET", "/api/agents/{name}"),
              route("GET", "/api/agents/status"),
              route("POST", "/api/agents/{name}"),
              route("GET", "/")));

  @Test
  void aLiteralSegmentWinsOverAParameter() {
    assertThat(table.match("GET", "/api/agents/status"))
        .isEqualTo(new Match.Found(route("GET", "/api/agents/status")));
    assertThat(table.match("GET", "/api/agents/triage"))
        .isEqualTo(new Match.Found(route("GET", "/api/agents/{name}")));
  }

  @Test
  void headFindsTheRouteOfGet() {
    assertThat(table.match("HEAD", "/")).isEqualTo(new Match.Found(route("GET", "/")));
  }

  @Test
  void anotherMethodNamesThoseThatAreThere() {
    assertThat(table.match("DELETE", "/api/agents/triage"))
        .isEqualTo(new Match.OtherMethods(List.of("GET", "HEAD", "OPTIONS", "POST")));
  }

  @Test
  void optionsOfAPathThatIsThere() {
    assertThat(table.match("OPTIONS", "/api/agents/status"))
        .isEqualTo(new Match.Options(List.of("GET", "HEAD", "OPTIONS")));
  }

  @Test
  void aPathWithAnEmptyParameterIsUnknown() {
    assertThat(table.match("GET", "/api/agents/")).isEqualTo(new Match.Unknown());
    assertThat(table.match("GET", "/api/agents/a/b")).isEqualTo(new Match.Unknown());
  }

  private static Route route(String method, String path) {
    return new Route(
        method, path, Level.PUBLIC, null, RateClass.DEFAULT, List.of(), List.of(), 0, "A route.");
  }
}
