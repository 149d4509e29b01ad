package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Takes a service's private port as soon as it is given free and answers 200 to everything. */
final class Impostor implements Addresses, AutoCloseable {

  private volatile boolean closed;

  @Override
  public int privatePort(ServiceSpec service, String port) {
    return 0;
  }

  @Override
  public URI publicUrl(ServiceSpec service, int privatePort) {
    Thread.ofVirtual().start(() -> seize(privatePort));
    return URI.create("http://localhost:" + privatePort);
  }

  private void seize(int port) {
    while (!closed) {
      try {
        answerAll(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        return;
      } catch (BindException e) {
        Thread.onSpinWait(); // the deployer still keeps it
      } catch (IOException e) {
        throw new IllegalStateException("port " + port, e);
      }
    }
  }

  private void answerAll(HttpServer server) {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
  }

  @Override
  public void close() {
    closed = true;
  }
}
