package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec.ReadySpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service whether it is ready, and as what. For one thread. */
final class Readiness {

  private static final Duration REQUEST = Duration.ofSeconds(2);
  private static final int CONNECT_MILLIS = 1_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** One for all that is asked while the loop lives: each has threads of its own. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Asked asked;

  /** Whether somebody took a connection once: until then a refused one costs little. */
  private boolean open;

  Readiness(Asked asked) {
    this.asked = asked;
  }

  /**
   * Who is asked.
   *
   * @param port on this machine
   * @param build what it must report
   * @param holds whether the process that is meant listens on a port
   */
  record Asked(ReadySpec ready, int port, String build, IntPredicate holds) {}

  /** One answer to the question. */
  sealed interface Answer {

    /** It answers with the status, for its build. */
    record Ready(String revision) implements Answer {}

    /** Not yet, or not any more; {@code seen} says what came instead. */
    record NotReady(String seen) implements Answer {}

    /** It answers for something else than what was started. */
    record Other(String reason) implements Answer {}
  }

  Answer ask() throws InterruptedException {
    open = open || isOpen();
    return open ? askOpen() : new Answer.NotReady("no answer on port " + asked.port());
  }

  private boolean isOpen() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), asked.port()), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false; // nobody listens there yet
    }
  }

  private Answer askOpen() throws InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + asked.port() + asked.ready().http());
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(REQUEST).build();
    try {
      return judge(CLIENT.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return new Answer.NotReady("no answer on port " + asked.port());
    }
  }

  private Answer judge(HttpResponse<String> response) {
    int wanted = asked.ready().status();
    if (response.statusCode() != wanted) {
      return new Answer.NotReady("status " + response.statusCode() + " instead of " + wanted);
    }
    if (!asked.holds().test(asked.port())) {
      return new Answer.Other("port " + asked.port() + " is held by another process");
    }
    String pointer = asked.ready().revision();
    return pointer == null ? new Answer.Ready("") : attested(pointer, response);
  }

  private Answer attested(String pointer, HttpResponse<String> response) {
    Optional<String> reported = reported(pointer, response);
    if (reported.isEmpty()) {
      return new Answer.Other("it reports no revision at " + pointer + ", build " + asked.build());
    }
    return reported.get().equals(asked.build())
        ? new Answer.Ready(asked.build())
        : new Answer.Other(
            "it reports revision '" + reported.get() + "', but build is " + asked.build());
  }

  private static Optional<String> reported(String pointer, HttpResponse<String> response) {
    if (pointer.startsWith("header:")) {
      return response.headers().firstValue(pointer.substring("header:".length()));
    }
    try {
      return JSON.readTree(response.body()).at(pointer).stringValueOpt();
    } catch (JacksonException e) {
      return Optional.empty(); // no JSON holds no revision
    }
  }
}
