package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec.ReadySpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service whether it is ready, and as what. */
final class Readiness {

  private static final Duration REQUEST = Duration.ofSeconds(2);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client;
  private final Started service;
  private final ReadySpec ready;

  Readiness(HttpClient client, Started service) {
    this.client = client;
    this.service = service;
    this.ready = service.launch().service().ready();
  }

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
    int port = service.launch().mainPort();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + ready.http()))
            .timeout(REQUEST)
            .build();
    try {
      return judge(client.send(request, BodyHandlers.ofString()), port);
    } catch (IOException e) {
      return new Answer.NotReady("no answer on port " + port);
    }
  }

  private Answer judge(HttpResponse<String> response, int port) {
    if (response.statusCode() != ready.status()) {
      return new Answer.NotReady(
          "status " + response.statusCode() + " instead of " + ready.status());
    }
    if (!service.group().holdsPort(port)) {
      return new Answer.Other("port " + port + " is held by another process");
    }
    String pointer = ready.revision();
    if (pointer == null) {
      return new Answer.Ready("");
    }
    return attested(pointer, response);
  }

  private Answer attested(String pointer, HttpResponse<String> response) {
    String build = service.launch().artifact().build();
    Optional<String> reported = reported(pointer, response);
    if (reported.isEmpty()) {
      return new Answer.Other("it reports no revision at " + pointer + ", build " + build);
    }
    return reported.get().equals(build)
        ? new Answer.Ready(build)
        : new Answer.Other("it reports revision '" + reported.get() + "', but build is " + build);
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
