package ai.netra.auth.clients;

import ai.netra.auth.throttle.Throttles;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.OAuthRefusal;
import ai.netra.auth.web.Refused;
import ai.netra.contract.error.ErrorCode;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a token request must keep before the library looks at it. */
final class TokenRequestRules implements Filter {

  private final Throttles throttles;
  private final URI resource;

  TokenRequestRules(Throttles throttles, URI resource) {
    this.throttles = throttles;
    this.resource = resource;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    throttles.tokenRequest(Call.of(http).address());
    long limit = Call.of(http).route().maxBodyBytes();
    if (http.getContentLengthLong() > limit) {
      throw new Refused(
          ErrorCode.BODY_TOO_LARGE, "form: at most %d bytes, got more".formatted(limit));
    }
    String error = error(http);
    if (error != null) {
      OAuthRefusal.write((HttpServletResponse) response, 400, error, "the request breaks a rule");
      return;
    }
    ((HttpServletResponse) response).setHeader("Cache-Control", "no-store");
    try {
      CurrentCall.<Exception>during(
          Call.of(http),
          () -> {
            chain.doFilter(request, response);
            return null;
          });
    } catch (IOException | ServletException | RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException("the library threw what no filter may", thrown);
    }
  }

  private @Nullable String error(HttpServletRequest request) {
    String type = request.getContentType();
    boolean form =
        type != null
            && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    if (!form || request.getHeader("DPoP") != null) {
      return "invalid_request";
    }
    String named = request.getParameter("resource");
    return named == null || named.equals(resource.toString()) ? null : "invalid_target";
  }
}
