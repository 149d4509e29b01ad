package ai.netra.auth.clients;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A HEAD that is answered as the GET would be; the library reads GET alone. */
final class AsGet extends HttpServletRequestWrapper {

  AsGet(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getMethod() {
    return "GET";
  }
}
