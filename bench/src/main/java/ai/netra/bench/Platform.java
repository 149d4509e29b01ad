package ai.netra.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Both services of the built artifacts, started on free ports with data of their own. */
record Platform(Service auth, Service backend) implements AutoCloseable {

  private static final String TEST_KEY = "b5Qw-8rTnVx2LkZp7YcJd4HsGf9MuAe1";
  private static final String SECRET = "c7Yt-3bNmQw9PzLx5KvRj8HdGs2FuEa6TiOo1WcZqXrM";

  /** A started service and how long it took to its first 200 of readiness. */
  record Service(Child process, String url, double startMillis) implements AutoCloseable {

    @Override
    public void close() {
      process.close();
    }
  }

  /** Starts auth, then the backend. Limits that a load generator meets are raised. */
  static Platform start(Setting setting, String folder) {
    Path data = setting.folder(folder);
    int authPort = Child.freePort();
    int backendPort = Child.freePort();
    Map<String, String> variables = new HashMap<>();
    variables.put("NETRA_ENV", "test");
    variables.put("NETRA_AUTH_ISSUER", "http://localhost:" + authPort);
    variables.put("NETRA_BACKEND_URL", "http://localhost:" + backendPort);
    variables.put("NETRA_BACKEND_CLIENT_SECRET", SECRET);
    variables.put("NETRA_AUTH_E2E_KEY", TEST_KEY);
    variables.put("NETRA_AUTH_DATA", data.resolve("auth").toString());
    variables.put("NETRA_BACKEND_DATA", data.resolve("backend").toString());
    variables.put("NETRA_BACKEND_DEFAULT_PLAN", "developer");
    Path catalogue = setting.root().resolve("e2e/src/test/resources/catalogue.json");
    variables.put("NETRA_BACKEND_CATALOGUE", catalogue.toString());
    variables.put("NETRA_BACKEND_LIMITS_MAX_SOCKETS", "1000");
    variables.put("NETRA_BACKEND_LIMITS_HANDSHAKES_PER_MINUTE", "100000");
    variables.put("NETRA_BACKEND_LIMITS_PINGS_PER_SECOND", "1000000");
    Service auth = service(setting, "auth", authPort, variables);
    try {
      return new Platform(auth, service(setting, "backend", backendPort, variables));
    } catch (RuntimeException e) {
      auth.close();
      throw e;
    }
  }

  private static Service service(
      Setting setting, String name, int port, Map<String, String> variables) {
    Map<String, String> own = new HashMap<>(variables);
    own.put("SERVER_PORT", Integer.toString(port));
    Path app = setting.root().resolve(name + "/target/app");
    Path log = setting.work().resolve(name + "-" + port + ".log");
    String url = "http://localhost:" + port;
    List<String> command = List.of(Jars.java(), "-XX:AOTCache=app.aot", "-jar", "app.jar");
    long start = System.nanoTime();
    Child process = Child.start(command, app, own, log);
    return new Service(process, url, process.readyMillis(url + "/health/ready", start));
  }

  /** A new user. */
  User user() {
    return User.at(auth.url(), TEST_KEY);
  }

  String socketUrl() {
    return backend.url().replace("http://", "ws://") + "/ws";
  }

  @Override
  public void close() {
    backend.close();
    auth.close();
  }
}
