package ai.netra.auth.sessions;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.feed.Feed;
import ai.netra.auth.store.Store;
import ai.netra.auth.web.Caller;
import ai.netra.auth.web.Credentials;
import ai.netra.auth.web.TokenOutcome;
import ai.netra.contract.auth.Clients;
import ai.netra.contract.error.ErrorCode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one verifier of tokens: what they say, then what the database says. */
final class AccessTokens implements Credentials {

  private static final List<String> USER_CLAIMS = List.of("sub", "client_id", "jti", "sid", "gid");
  private static final List<String> SERVICE_CLAIMS = List.of("sub", "client_id", "jti");
  private static final TokenOutcome REVOKED =
      new TokenOutcome.Invalid(
          ErrorCode.AUTH_TOKEN_REVOKED, "token: not revoked, got one that was");

  private final TokenCheck check;
  private final Store store;
  private final Accounts accounts;

  AccessTokens(TokenCheck check, Store store, Accounts accounts) {
    this.check = check;
    this.store = store;
    this.accounts = accounts;
  }

  @Override
  public TokenOutcome user(String token) {
    return switch (check.check(token, Clients.AUDIENCE, USER_CLAIMS)) {
      case TokenCheck.Checked.Broken(ErrorCode code, String reason) ->
          new TokenOutcome.Invalid(code, reason);
      case TokenCheck.Checked.Fits(JWTClaimsSet claims, boolean expired) when expired ->
          invalid(TokenCheck.expired(claims));
      case TokenCheck.Checked.Fits(JWTClaimsSet claims, boolean _) -> lookedUp(claims);
    };
  }

  /** The grant that a token was made of, whether or not the token has ended or was revoked. */
  Optional<Grant> grantOf(String token) {
    return ours(token)
        .flatMap(claims -> store.read(sql -> GrantTable.byId(sql, text(claims, "gid"))));
  }

  /** The claims of a user's or a service's token that is active now. */
  Optional<JWTClaimsSet> active(String token) {
    return switch (check.check(token, Clients.SERVICE_AUDIENCE, SERVICE_CLAIMS)) {
      case TokenCheck.Checked.Fits(JWTClaimsSet claims, boolean expired) ->
          expired ? Optional.empty() : Optional.of(claims);
      case TokenCheck.Checked.Broken _ ->
          user(token) instanceof TokenOutcome.Verified ? ours(token) : Optional.empty();
    };
  }

  /** The claims of a user's token that this service made, whether or not it still holds. */
  Optional<JWTClaimsSet> ours(String token) {
    return switch (check.check(token, Clients.AUDIENCE, USER_CLAIMS)) {
      case TokenCheck.Checked.Fits(JWTClaimsSet claims, boolean _) -> Optional.of(claims);
      case TokenCheck.Checked.Broken _ -> Optional.empty();
    };
  }

  /** Why a token is no token of this issuer at all; nothing for one that is or was. */
  Optional<TokenOutcome.Invalid> foreign(String token) {
    return switch (check.check(token, Clients.AUDIENCE, USER_CLAIMS)) {
      case TokenCheck.Checked.Broken broken -> Optional.of(invalid(broken));
      case TokenCheck.Checked.Fits _ -> Optional.empty();
    };
  }

  @Override
  public TokenOutcome service(String token) {
    return switch (check.check(token, Clients.SERVICE_AUDIENCE, SERVICE_CLAIMS)) {
      case TokenCheck.Checked.Broken broken -> invalid(broken);
      case TokenCheck.Checked.Fits(JWTClaimsSet claims, boolean expired) ->
          expired
              ? invalid(TokenCheck.expired(claims))
              : new TokenOutcome.Verified(caller(claims, ""));
    };
  }

  private TokenOutcome lookedUp(JWTClaimsSet claims) {
    return store.read(
        sql ->
            GrantTable.byId(sql, text(claims, "gid"))
                .filter(grant -> holds(sql, grant, claims))
                .<TokenOutcome>map(
                    grant -> new TokenOutcome.Verified(caller(claims, grant.sessionId())))
                .orElse(REVOKED));
  }

  private boolean holds(JdbcClient sql, Grant grant, JWTClaimsSet claims) {
    Optional<Account> account = accounts.byId(sql, grant.accountId());
    return !grant.ended()
        && !Feed.tokenRevoked(sql, claims.getJWTID())
        && grant.accountId().equals(claims.getSubject())
        && account.filter(Account::active).isPresent()
        && !claims
            .getIssueTime()
            .toInstant()
            .isBefore(account.get().claimsNotBefore().truncatedTo(ChronoUnit.SECONDS));
  }

  private static Caller caller(JWTClaimsSet claims, String sessionId) {
    return new Caller(
        claims.getSubject(),
        text(claims, "client_id"),
        sessionId,
        text(claims, "gid"),
        claims.getJWTID(),
        text(claims, "scope"),
        texts(claims, "roles"),
        Set.copyOf(texts(claims, "permissions")),
        claims.getExpirationTime().toInstant());
  }

  static String text(JWTClaimsSet claims, String name) {
    try {
      return Optional.ofNullable(claims.getStringClaim(name)).orElse("");
    } catch (ParseException e) {
      throw new IllegalStateException(name + ": a text in every token of ours", e);
    }
  }

  private static List<String> texts(JWTClaimsSet claims, String name) {
    try {
      return Optional.ofNullable(claims.getStringListClaim(name)).orElse(List.of());
    } catch (ParseException e) {
      throw new IllegalStateException(name + ": a list in every token of ours", e);
    }
  }

  private static TokenOutcome.Invalid invalid(TokenCheck.Checked.Broken broken) {
    return new TokenOutcome.Invalid(broken.code(), broken.reason());
  }
}
