package ai.netra.auth.web;

import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;

/** Makes the server: Jetty on virtual threads, loopback in development. */
final class WebServer {

  private static final int HEADER_BYTES = 16 * 1024;
  private static final long IDLE_MILLIS = 60_000;

  private WebServer() {}

  static JettyServletWebServerFactory factory(ServerSettings settings, ParserErrors errors) {
    JettyServletWebServerFactory factory = new JettyServletWebServerFactory(settings.port());
    settings.address().ifPresent(factory::setAddress);
    factory.setShutdown(Shutdown.GRACEFUL);
    factory.setRegisterDefaultServlet(false);
    QueuedThreadPool pool = new QueuedThreadPool(16, 4);
    pool.setName("http");
    pool.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    factory.setThreadPool(pool);
    factory.setAcceptors(1);
    factory.setSelectors(1);
    factory.addServerCustomizers(server -> customize(server, errors));
    return factory;
  }

  private static void customize(Server server, ParserErrors errors) {
    server.setErrorHandler(errors);
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof AbstractConnector open) {
        open.setIdleTimeout(IDLE_MILLIS);
      }
      factories(connector).forEach(one -> configure(one.getHttpConfiguration()));
    }
  }

  private static List<HttpConnectionFactory> factories(Connector connector) {
    return connector.getConnectionFactories().stream()
        .filter(HttpConnectionFactory.class::isInstance)
        .map(HttpConnectionFactory.class::cast)
        .toList();
  }

  private static void configure(HttpConfiguration configuration) {
    configuration.setRequestHeaderSize(HEADER_BYTES);
    configuration.setSendServerVersion(false);
    // Which path is a bad one is the first filter's matter, which answers BAD_PATH.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
  }
}
