package ai.netra.auth.sessions;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.service.Digests;
import ai.netra.auth.store.Store;
import ai.netra.auth.store.Store.Transaction;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Fields;
import ai.netra.auth.web.Refused;
import ai.netra.auth.web.TokenOutcome;
import ai.netra.contract.auth.LoggedOut;
import ai.netra.contract.error.ErrorCode;
import java.util.Optional;

/** Ends the session of an access token, ended or not, or of a refresh token. */
final class Logouts {

  private static final int LONGEST = 4096;

  private final AccessTokens tokens;
  private final Store store;
  private final Endings endings;

  Logouts(AccessTokens tokens, Store store, Endings endings) {
    this.tokens = tokens;
    this.store = store;
    this.endings = endings;
  }

  Answer answer(Call call) {
    Optional<String> bearer = call.bearer().filter(token -> !token.isEmpty());
    bearer.flatMap(tokens::foreign).ifPresent(Logouts::refuse);
    Fields fields = call.fieldsOrNone();
    Optional<String> refresh = fields.optionalSecret("refresh_token", LONGEST);
    boolean everywhere = fields.flag("everywhere");
    fields.check();
    Origin origin = Origin.of(call);
    Optional<Grant> byAccess = bearer.flatMap(tokens::grantOf);
    int ended =
        store.write(
            transaction -> {
              Optional<Grant> byRefresh = refresh.flatMap(token -> grant(transaction, token));
              Optional<Grant> grant = one(bearer, byAccess, refresh, byRefresh);
              grant.ifPresent(one -> call.receipt().user(one.accountId()));
              return grant.map(one -> end(transaction, one, everywhere, origin)).orElse(0);
            });
    return Answer.ok(new LoggedOut("logged_out", ended));
  }

  private static void refuse(TokenOutcome.Invalid invalid) {
    throw new Refused(invalid.code(), invalid.reason());
  }

  private static Optional<Grant> grant(Transaction transaction, String token) {
    return RefreshTable.byHash(transaction, Digests.sha256Text(token))
        .flatMap(row -> GrantTable.byId(transaction.sql(), row.grantId()));
  }

  private static Optional<Grant> one(
      Optional<String> bearer,
      Optional<Grant> byAccess,
      Optional<String> refresh,
      Optional<Grant> byRefresh) {
    if (bearer.isEmpty() && refresh.isEmpty()) {
      throw new Refused(
          ErrorCode.AUTH_REQUIRED, "Authorization or refresh_token: one of them, got neither");
    }
    if (refresh.isPresent() && byRefresh.isEmpty()) {
      throw new Refused(
          ErrorCode.REFRESH_INVALID, "refresh_token: one of this service, got another");
    }
    boolean two =
        byAccess.isPresent()
            && byRefresh.isPresent()
            && !byAccess.get().sessionId().equals(byRefresh.get().sessionId());
    if (two) {
      throw Fields.refused("refresh_token", "of the session of the access token", "another's");
    }
    return byAccess.or(() -> byRefresh);
  }

  private int end(Transaction transaction, Grant grant, boolean everywhere, Origin origin) {
    if (everywhere) {
      return endings.all(transaction, grant.accountId(), "logout_everywhere", origin);
    }
    boolean ended =
        endings.session(transaction, grant.accountId(), grant.sessionId(), "logout", origin);
    return ended ? 1 : 0;
  }
}
