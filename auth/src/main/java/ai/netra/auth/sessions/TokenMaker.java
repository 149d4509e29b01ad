package ai.netra.auth.sessions;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Rights;
import ai.netra.auth.accounts.Role;
import ai.netra.auth.keys.Chain;
import ai.netra.auth.keys.Keys;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Lifetimes;
import ai.netra.contract.auth.Clients;
import ai.netra.contract.auth.TokenSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the tokens of a grant, from the account of now. Safe for many threads. */
public final class TokenMaker {

  private final Keys keys;
  private final Clock clock;
  private final Ids ids;
  private final String issuer;

  TokenMaker(Keys keys, Clock clock, Ids ids, URI issuer) {
    this.keys = keys;
    this.clock = clock;
    this.ids = ids;
    this.issuer = issuer.toString();
  }

  /** The tokens of a grant that was just opened or renewed. */
  public TokenSet make(Opened opened) {
    Account account = opened.account();
    Grant grant = opened.grant();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.plus(grant.accessLife());
    String nonce = opened.nonce();
    return new TokenSet(
        access(account, grant, now, end),
        opened.refreshToken(),
        openId(grant) ? id(account, grant, nonce, now) : null,
        "Bearer",
        Duration.between(now, end).toSeconds(),
        grant.scope(),
        grant.sessionId(),
        new TokenSet.User(account.id(), account.email(), account.name().orElse(null)));
  }

  private String access(Account account, Grant grant, Instant now, Instant end) {
    JWTClaimsSet claims =
        base(account, now, end)
            .audience(List.of(Clients.AUDIENCE))
            .notBeforeTime(Date.from(now))
            .claim("client_id", grant.clientId())
            .claim("auth_time", grant.authTime().getEpochSecond())
            .claim("amr", grant.amr())
            .claim("sid", grant.sid())
            .claim("gid", grant.id())
            .claim("scope", grant.scope())
            .claim("roles", account.roles().stream().map(Role::wireName).sorted().toList())
            .claim("permissions", Rights.of(account, grant.scope()))
            .build();
    return keys.sign(Chain.ES256, Keys.ACCESS_TOKEN, claims);
  }

  private static boolean openId(Grant grant) {
    return List.of(grant.scope().split(" ")).contains("openid");
  }

  private String id(Account account, Grant grant, @Nullable String nonce, Instant now) {
    Set<String> scopes = Set.of(grant.scope().split(" "));
    JWTClaimsSet.Builder claims =
        base(account, now, now.plus(Lifetimes.ID_TOKEN))
            .audience(List.of(grant.clientId()))
            .claim("azp", grant.clientId())
            .claim("auth_time", grant.authTime().getEpochSecond())
            .claim("amr", grant.amr())
            .claim("sid", grant.sid())
            .claim("nonce", nonce);
    if (scopes.contains("email")) {
      claims.claim("email", account.email()).claim("email_verified", account.emailVerified());
    }
    if (scopes.contains("profile")) {
      account.name().ifPresent(name -> claims.claim("name", name));
      account.locale().ifPresent(locale -> claims.claim("locale", locale));
    }
    return keys.sign(Chain.RS256, IdTokens.TYPE, claims.build());
  }

  private JWTClaimsSet.Builder base(Account account, Instant now, Instant end) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(account.id())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(end))
        .jwtID(ids.next("t_"));
  }
}
