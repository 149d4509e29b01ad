package ai.netra.auth.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Set;

/** Hands the library's routes to the library; every other request passes by. */
final class StandardEndpoints implements Filter {

  private final Filter library;
  private final Set<String> routes;

  StandardEndpoints(Filter library, Set<String> routes) {
    this.library = library;
    this.routes = Set.copyOf(routes);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Call call = (Call) request.getAttribute(Call.ATTRIBUTE);
    if (call != null && routes.contains(call.route().name())) {
      library.doFilter(new PlainPath(call), response, chain);
      return;
    }
    chain.doFilter(request, response);
  }
}
