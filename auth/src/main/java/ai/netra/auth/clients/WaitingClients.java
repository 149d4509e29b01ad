package ai.netra.auth.clients;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Tells who waits for a person to sign in. */
public final class WaitingClients {

  private static final String AUTHORIZE = "/oauth2/authorize?";

  private final ConfiguredClients clients;

  WaitingClients(ConfiguredClients clients) {
    this.clients = clients;
  }

  /**
   * A client that waits.
   *
   * @param path the path of this service that the browser goes on to
   * @param leadsTo the origin that this path will redirect to
   */
  public record Waiting(String clientId, String name, String path, String leadsTo) {}

  /**
   * Who waits behind a path to go on to; nothing where it is none of ours, so that a link to the
   * page leads nobody elsewhere.
   */
  public Optional<Waiting> behind(String path) {
    if (!path.startsWith(AUTHORIZE) || !path.matches("[!-~]{1,8000}")) {
      return Optional.empty();
    }
    Map<String, String> query = query(path.substring(AUTHORIZE.length()));
    String redirect = query.getOrDefault("redirect_uri", "");
    return clients.people().stream()
        .filter(client -> client.getClientId().equals(query.get("client_id")))
        .filter(client -> Redirects.registered(client.getRedirectUris(), redirect))
        .findFirst()
        .map(client -> waiting(client, path, redirect));
  }

  private static Waiting waiting(RegisteredClient client, String path, String redirect) {
    URI uri = URI.create(redirect);
    String origin = uri.getScheme() + "://" + uri.getRawAuthority();
    return new Waiting(client.getClientId(), client.getClientName(), path, origin);
  }

  private static Map<String, String> query(String text) {
    try {
      return Arrays.stream(text.split("&"))
          .map(pair -> pair.split("=", 2))
          .filter(pair -> pair.length == 2)
          .collect(
              Collectors.toMap(
                  pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, second) -> first));
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
