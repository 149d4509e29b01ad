package ai.netra.auth.web;

import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request under the path of its route, so that a trailing slash makes no difference. */
final class PlainPath extends HttpServletRequestWrapper {

  private final String path;

  PlainPath(Call call) {
    super(call.request());
    this.path = call.route().path();
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public String getServletPath() {
    return path;
  }
}
