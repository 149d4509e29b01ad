package ai.netra.loop.round;

import ai.netra.loop.gateway.GatewaySettings.Write;
import ai.netra.loop.journal.Journal;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.StateProbe;
import ai.netra.loop.record.SuiteTerms.Probe;
import ai.netra.loop.workspace.Hashes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads declared writes back through the service itself, with the write's own credentials, and
 * journals what came. Safe for use by many threads.
 */
final class StateProbes implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final List<Probe> probes;
  private final Journal journal;
  private final int round;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(LONGEST)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  StateProbes(List<Probe> probes, Journal journal, int round) {
    this.probes = List.copyOf(probes);
    this.journal = journal;
    this.round = round;
  }

  /** Runs the first probe that is about this write; returns when its result is journaled. */
  void after(Write write) {
    for (Probe probe : probes) {
      Optional<Map<String, String>> places =
          probe.places(write.service(), write.method(), write.path());
      if (places.isPresent()) {
        journal.append(round, "", result(probe, write, places.get()), List.of());
        return;
      }
    }
  }

  private StateProbe result(Probe probe, Write write, Map<String, String> places) {
    Optional<String> path = ReadBack.path(probe.read(), places, write.answer());
    if (path.isEmpty()) {
      return none(probe, write, probe.read(), "the answer of the write has not what it refers to");
    }
    String read = "GET " + path.get();
    try {
      HttpResponse<byte[]> answer =
          client.send(request(write, path.get()), BodyHandlers.ofByteArray());
      byte[] body = answer.body();
      return new StateProbe(
          write.key(),
          write.exchange(),
          write.service(),
          read,
          probe.expect(),
          answer.statusCode(),
          "",
          new Exchange.Body(body.length, Hashes.sha256(body), null));
    } catch (IOException e) {
      return none(probe, write, read, "no answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return none(probe, write, read, "interrupted");
    }
  }

  private static StateProbe none(Probe probe, Write write, String read, String problem) {
    return new StateProbe(
        write.key(), write.exchange(), write.service(), read, probe.expect(), null, problem, null);
  }

  private static HttpRequest request(Write write, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + write.port() + path))
            .timeout(LONGEST);
    ReadBack.headers(write.head()).forEach(it -> request.header(it.name(), it.value()));
    return request.build();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
