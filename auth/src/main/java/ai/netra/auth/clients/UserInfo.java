package ai.netra.auth.clients;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.store.Store;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Caller;
import ai.netra.auth.web.Refused;
import ai.netra.contract.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who the owner of a token is: the account of now, as far as the token's scope tells. */
record UserInfo(Store store, Accounts accounts) {

  Answer answer(Call call) {
    Caller caller = call.signedIn();
    List<String> scopes = List.of(caller.scope().split(" "));
    if (!scopes.contains("openid")) {
      throw new Refused(ErrorCode.PERMISSION_DENIED, "token: the scope openid, which it lacks")
          .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"openid\"");
    }
    Account account =
        store
            .read(sql -> accounts.byId(sql, caller.subject()))
            .orElseThrow(() -> Call.notFound("account"));
    return Answer.ok(claims(account, scopes));
  }

  private static Map<String, Object> claims(Account account, List<String> scopes) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", account.id());
    if (scopes.contains("email")) {
      claims.put("email", account.email());
      claims.put("email_verified", account.emailVerified());
    }
    if (scopes.contains("profile")) {
      account.name().ifPresent(name -> claims.put("name", name));
      account.locale().ifPresent(locale -> claims.put("locale", locale));
    }
    return claims;
  }
}
