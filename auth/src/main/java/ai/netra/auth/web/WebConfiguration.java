package ai.netra.auth.web;

import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.Build;
import ai.netra.auth.service.HealthChecks;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Lifecycle;
import ai.netra.contract.config.Environment;
import ai.netra.contract.route.AuthRoutes;
import jakarta.servlet.Filter;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Wires the HTTP side. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  ErrorAnswers errorAnswers(Clock clock) {
    return new ErrorAnswers(clock);
  }

  @Bean
  SecurityHeaders securityHeaders(AuthSettings settings, Build build) {
    return new SecurityHeaders(build.revision(), https(settings));
  }

  @Bean
  Routes routes(AuthSettings settings) {
    boolean testIdentities = settings.e2eKey().isPresent();
    return new Routes(
        AuthRoutes.ALL.stream()
            .filter(route -> testIdentities || !route.path().startsWith(AuthRoutes.E2E))
            .toList());
  }

  @Bean
  FilterRegistrationBean<FirstFilter> firstFilter(
      Admission admission,
      ErrorAnswers errors,
      SecurityHeaders headers,
      AuthSettings settings,
      Ids ids) {
    FirstFilter.Origins origins =
        new FirstFilter.Origins(
            new Cors(settings.webOrigins()), new ClientAddress(settings.trustedProxies()));
    FilterRegistrationBean<FirstFilter> bean =
        new FilterRegistrationBean<>(new FirstFilter(admission, errors, headers, origins, ids));
    bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return bean;
  }

  @Bean
  Endpoints healthEndpoints(
      Build build, AuthSettings settings, Lifecycle lifecycle, HealthChecks checks, Clock clock) {
    return new HealthEndpoints(build, settings.environment(), lifecycle, checks, clock).endpoints();
  }

  @Bean
  Admission admission(Routes routes, Lifecycle lifecycle, Credentials credentials) {
    return new Admission(routes, lifecycle, credentials);
  }

  @Bean
  FilterRegistrationBean<StandardEndpoints> standardEndpoints(
      @Qualifier("springSecurityFilterChain") Filter library) {
    FilterRegistrationBean<StandardEndpoints> bean =
        new FilterRegistrationBean<>(
            new StandardEndpoints(library, Set.copyOf(AuthRoutes.BY_LIBRARY)));
    bean.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return bean;
  }

  /** The library's chain is called by {@link StandardEndpoints} alone. */
  @Bean
  FilterRegistrationBean<Filter> libraryChain(
      @Qualifier("springSecurityFilterChain") Filter library) {
    FilterRegistrationBean<Filter> bean = new FilterRegistrationBean<>(library);
    bean.setEnabled(false);
    return bean;
  }

  @Bean
  ServletRegistrationBean<Dispatcher> dispatcher(Routes routes, List<Endpoints> rooms) {
    ServletRegistrationBean<Dispatcher> bean =
        new ServletRegistrationBean<>(
            new Dispatcher(routes, rooms, Set.copyOf(AuthRoutes.BY_LIBRARY)), "/");
    bean.setLoadOnStartup(1);
    return bean;
  }

  @Bean
  JettyServletWebServerFactory webServer(
      AuthSettings settings, ErrorAnswers errors, SecurityHeaders headers, Ids ids) {
    boolean loopback = settings.environment() == Environment.DEVELOPMENT;
    ServerSettings server =
        new ServerSettings(
            settings.port(),
            loopback ? Optional.of(InetAddress.getLoopbackAddress()) : Optional.empty());
    return WebServer.factory(server, new ParserErrors(errors, headers, ids));
  }

  private static boolean https(AuthSettings settings) {
    return "https".equals(settings.issuer().getScheme());
  }
}
