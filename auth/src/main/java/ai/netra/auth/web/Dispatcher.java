package ai.netra.auth.web;

import ai.netra.contract.route.Route;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calls the endpoint of the matched route. Every served route has exactly one. */
final class Dispatcher extends HttpServlet {

  private final Map<String, Endpoint> endpoints;

  /**
   * Pairs routes and endpoints.
   *
   * @throws IllegalStateException where a route has no endpoint
   */
  Dispatcher(Routes routes, Collection<Endpoints> rooms, Set<String> servedByLibrary) {
    endpoints =
        rooms.stream()
            .flatMap(room -> room.all().stream())
            .collect(Collectors.toUnmodifiableMap(Endpoint::route, Function.identity()));
    TreeSet<String> missing = new TreeSet<>();
    routes.served().stream().map(Route::name).forEach(missing::add);
    missing.removeAll(endpoints.keySet());
    missing.removeAll(servedByLibrary);
    if (!missing.isEmpty()) {
      throw new IllegalStateException("routes without an endpoint: " + missing);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Call call = (Call) request.getAttribute(Call.ATTRIBUTE);
    Endpoint endpoint = endpoints.get(call.route().name());
    if (endpoint == null) {
      throw new IllegalStateException(call.route().name() + ": no endpoint");
    }
    AnswerWriter.write(endpoint.action().answer(call), response);
  }
}
