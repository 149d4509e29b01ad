package ai.netra.backend.identity;

import ai.netra.backend.identity.Revocations.Entry;
import ai.netra.backend.identity.Revocations.Kind;
import ai.netra.backend.service.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the issuer's revocations: once as a snapshot, then each as it comes. */
final class RevocationFeed {

  private static final Logger LOG = LoggerFactory.getLogger(RevocationFeed.class);
  private static final int LIMIT = 500;
  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  /** What the feed changes. */
  interface Effects {
    void revoked(Entry entry);

    void keysChanged();
  }

  private final AuthClient auth;
  private final ServiceToken serviceToken;
  private final Clock clock;
  private final Effects effects;
  private long position;
  private volatile @Nullable Instant answeredAt;

  RevocationFeed(AuthClient auth, ServiceToken serviceToken, Clock clock, Effects effects) {
    this.auth = auth;
    this.serviceToken = serviceToken;
    this.clock = clock;
    this.effects = effects;
  }

  /** Everything that holds now; the feed goes on from there. */
  void snapshot() throws AuthUnreachable {
    Map<String, Object> answer = get("/auth/feed/revocations", AuthClient.DEADLINE);
    for (Map<?, ?> entry : objects(answer, "entries")) {
      entry(text(entry, "kind"), text(entry, "subject"), entry).ifPresent(effects::revoked);
    }
    position = number(answer, "seq");
  }

  /** Waits for what comes next and takes it. */
  void follow() throws AuthUnreachable {
    String path =
        "/auth/feed?after=%d&limit=%d&wait_ms=%d".formatted(position, LIMIT, WAIT.toMillis());
    Map<String, Object> answer = get(path, WAIT.plus(AuthClient.DEADLINE));
    for (Map<?, ?> event : objects(answer, "events")) {
      take(event);
      position = number(event, "seq");
    }
  }

  /** When the issuer last answered, or nothing. */
  Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }

  private void take(Map<?, ?> event) {
    String kind = text(event, "kind");
    if (kind.equals("keys.changed")) {
      effects.keysChanged();
      return;
    }
    String subject =
        switch (kind) {
          case "session.revoked" -> text(event, "sid");
          case "grant.revoked" -> text(event, "gid");
          case "token.revoked" -> text(event, "jti");
          default -> text(event, "account_id");
        };
    entry(kind, subject, event).ifPresent(effects::revoked);
  }

  private static Optional<Entry> entry(String kind, String subject, Map<?, ?> from) {
    return switch (kind) {
      case "session.revoked" -> Optional.of(whole(Kind.SESSION, subject, from));
      case "grant.revoked" -> Optional.of(whole(Kind.GRANT, subject, from));
      case "token.revoked" -> Optional.of(whole(Kind.TOKEN, subject, from));
      case "account.disabled", "account.deleted" ->
          Optional.of(
              new Entry(Kind.ACCOUNT, subject, instant(from, "before"), instant(from, "until")));
      case "account.claims_changed" ->
          Optional.of(
              new Entry(Kind.CLAIMS, subject, instant(from, "before"), instant(from, "until")));
      case "account.updated" -> Optional.empty();
      default -> {
        LOG.atWarn().addKeyValue("kind", kind).log("an unknown event of the auth service");
        yield Optional.empty();
      }
    };
  }

  private static Entry whole(Kind kind, String subject, Map<?, ?> from) {
    return new Entry(kind, subject, null, instant(from, "until"));
  }

  private Map<String, Object> get(String path, Duration deadline) throws AuthUnreachable {
    HttpRequest request =
        auth.request(path, deadline)
            .header("Authorization", "Bearer " + serviceToken.value())
            .GET()
            .build();
    HttpResponse<String> response = auth.sent(request);
    if (response.statusCode() == UNAUTHORIZED) {
      serviceToken.forget();
    }
    if (response.statusCode() != OK) {
      throw new AuthUnreachable(
          "auth: %s answered %d".formatted(request.uri().getPath(), response.statusCode()));
    }
    answeredAt = clock.instant();
    return Json.object(response.body().getBytes(StandardCharsets.UTF_8), "feed answer");
  }

  private static List<Map<?, ?>> objects(Map<String, Object> answer, String name)
      throws AuthUnreachable {
    if (answer.get(name) instanceof List<?> list) {
      return list.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }
    throw new AuthUnreachable("auth: the feed answered without " + name);
  }

  private static String text(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text ? text : "";
  }

  private static long number(Map<?, ?> object, String name) throws AuthUnreachable {
    if (object.get(name) instanceof Number number) {
      return number.longValue();
    }
    throw new AuthUnreachable("auth: the feed answered without " + name);
  }

  private static @Nullable Instant instant(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text ? Instant.parse(text) : null;
  }
}
