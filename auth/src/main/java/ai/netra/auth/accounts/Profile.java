package ai.netra.auth.accounts;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.store.Store;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Fields;
import ai.netra.auth.web.Refused;
import ai.netra.contract.error.ErrorCode;
import java.util.Optional;
import java.util.regex.Pattern;

/** The caller's own account. */
final class Profile {

  private static final int NAME = 200;
  private static final int LOCALE = 35;
  private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  private final Store store;
  private final Accounts accounts;

  Profile(Store store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  Answer show(Call call) {
    String id = call.signedIn().subject();
    Account account = store.read(sql -> accounts.byId(sql, id)).orElseThrow(Profile::isGone);
    return Answer.ok(AccountBodies.of(account, call.signedIn().scope()));
  }

  /** The account was erased after its token was checked. */
  private static Refused isGone() {
    return new Refused(
        ErrorCode.AUTH_TOKEN_REVOKED, "token: of an account that exists, got one that was erased");
  }

  Answer change(Call call) {
    Fields fields = call.fields();
    Optional<String> name = fields.optionalText("name", NAME);
    Optional<String> locale = fields.optionalText("locale", LOCALE);
    locale
        .filter(tag -> !tag.isEmpty() && !LANGUAGE_TAG.matcher(tag).matches())
        .ifPresent(tag -> fields.violation("locale", "a language tag such as en-GB", tag));
    fields.check();
    if (name.isPresent() || locale.isPresent()) {
      store.change(
          transaction ->
              accounts.change(
                  transaction, call.signedIn().subject(), name, locale, Origin.of(call)));
    }
    return show(call);
  }
}
