package ai.netra.auth.sessions;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.service.Digests;
import ai.netra.auth.store.Store;
import ai.netra.auth.store.Store.Transaction;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the standard endpoints do with grants and their tokens. Safe for many threads. */
public final class Grants {

  private final Store store;
  private final Codes codes;
  private final Refreshing refreshing;
  private final AccessTokens tokens;
  private final IdTokens idTokens;
  private final Endings endings;

  Grants(Store store, Codes codes, Refreshing refreshing, Tokens tokens, Endings endings) {
    this.store = store;
    this.codes = codes;
    this.refreshing = refreshing;
    this.tokens = tokens.access();
    this.idTokens = tokens.id();
    this.endings = endings;
  }

  /** The checks of both kinds of tokens. */
  record Tokens(AccessTokens access, IdTokens id) {}

  /**
   * A code to be given out.
   *
   * @param sessionId the browser's session, which the grant will hang on
   * @param codeChallenge of PKCE, by S256
   */
  public record CodeOrder(
      String code,
      String sessionId,
      String clientId,
      String scope,
      String codeChallenge,
      String redirectUri,
      @Nullable String nonce) {

    @Override
    public String toString() {
      return "CodeOrder[clientId=" + clientId + "]";
    }
  }

  /** What was asked for with a code. */
  public record Asked(String clientId, String codeChallenge, String redirectUri) {}

  /** A code as it was shown. */
  public record CodeUse(String code, String clientId, @Nullable String redirectUri) {

    @Override
    public String toString() {
      return "CodeUse[clientId=" + clientId + "]";
    }
  }

  /** Stores a code for 60 s; false where the session has ended meanwhile. */
  public boolean issue(CodeOrder order) {
    return codes.issue(order);
  }

  /** What was asked for with a code, used or not: PKCE is checked against it. */
  public Optional<Asked> asked(String code) {
    return codes
        .find(code)
        .map(row -> new Asked(row.clientId(), row.codeChallenge(), row.redirectUri()));
  }

  /** Makes a grant of a code, once; a second use ends it. */
  public Optional<Opened> redeem(CodeUse use, Origin origin) {
    return codes.redeem(use, origin);
  }

  /**
   * Uses a refresh token.
   *
   * @param scopes what the new access token shall say at most; empty: all of the grant
   */
  public RefreshOutcome refresh(String token, String clientId, Set<String> scopes, Origin origin) {
    return refreshing.use(new RefreshUse(token, Optional.of(clientId), scopes), origin);
  }

  /** The claims of an access or service token that is active now. */
  public Optional<JWTClaimsSet> active(String token) {
    return tokens.active(token);
  }

  /** The claims of an ID token of this service, ended or not. */
  public Optional<JWTClaimsSet> idToken(String token) {
    return idTokens.claims(token);
  }

  /**
   * Ends the grant of a refresh token, or one access token; what is unknown is left alone.
   *
   * @return false where the token is another client's
   */
  public boolean revoke(String token, String clientId, Origin origin) {
    Optional<JWTClaimsSet> access = tokens.ours(token);
    return store.write(
        transaction ->
            access
                .map(claims -> revokeAccess(transaction, claims, clientId, origin))
                .orElseGet(() -> revokeRefresh(transaction, token, clientId, origin)));
  }

  private boolean revokeAccess(
      Transaction transaction, JWTClaimsSet claims, String clientId, Origin origin) {
    Optional<Grant> grant = GrantTable.byId(transaction.sql(), AccessTokens.text(claims, "gid"));
    if (grant.isEmpty()) {
      return true;
    }
    if (!grant.get().clientId().equals(clientId)) {
      return false;
    }
    endings.token(transaction, grant.get(), claims.getJWTID(), origin);
    return true;
  }

  private boolean revokeRefresh(
      Transaction transaction, String token, String clientId, Origin origin) {
    Optional<Grant> grant =
        RefreshTable.byHash(transaction, Digests.sha256Text(token))
            .flatMap(row -> GrantTable.byId(transaction.sql(), row.grantId()));
    if (grant.isEmpty()) {
      return true;
    }
    if (!grant.get().clientId().equals(clientId)) {
      return false;
    }
    endings.grant(transaction, grant.get(), GrantEnd.REVOKED, origin);
    return true;
  }
}
