package ai.netra.auth.login;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.AccountBodies;
import ai.netra.auth.accounts.EmailAddress;
import ai.netra.auth.accounts.NewAccount;
import ai.netra.auth.accounts.Role;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.sessions.Opened;
import ai.netra.auth.sessions.SignIn;
import ai.netra.auth.sessions.TokenMaker;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Fields;
import ai.netra.auth.web.Refused;
import ai.netra.contract.auth.Clients;
import ai.netra.contract.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** New accounts, in open mode. Of many registrations of an address at once one wins. */
final class Registrations {

  private static final int LONGEST = 1024;
  private static final int NAME = 200;

  private final PasswordLogin.Rooms rooms;
  private final PasswordRules rules;
  private final Hashes hashes;
  private final TokenMaker maker;
  private final AuthSettings settings;

  Registrations(
      PasswordLogin.Rooms rooms,
      PasswordRules rules,
      Hashes hashes,
      TokenMaker maker,
      AuthSettings settings) {
    this.rooms = rooms;
    this.rules = rules;
    this.hashes = hashes;
    this.maker = maker;
    this.settings = settings;
  }

  /** What a body asked for, its rules kept. */
  private record Wanted(EmailAddress email, String password, Optional<String> name) {
    @Override
    public String toString() {
      return "Wanted[]";
    }
  }

  Answer answer(Call call) {
    if (!settings.openRegistration()) {
      throw new Refused(ErrorCode.REGISTRATION_CLOSED, "registration: open, it is closed");
    }
    rooms.throttles().registration(call.address());
    Wanted wanted = wanted(call.fields());
    return rooms.pool().run(() -> answer(call, wanted));
  }

  /** In the slot: whoever comes second with an address finds it taken and hashes nothing. */
  private Answer answer(Call call, Wanted wanted) {
    rooms
        .store()
        .read(sql -> rooms.accounts().byEmail(sql, wanted.email()))
        .ifPresent(account -> refuseTaken());
    NewAccount account =
        new NewAccount(
            wanted.email(),
            wanted.name(),
            Optional.of(hashes.hash(wanted.password())),
            Set.of(Role.USER),
            Set.of(),
            Optional.empty());
    return settings.jsonLogin() ? withTokens(call, account) : alone(call, account);
  }

  private Wanted wanted(Fields fields) {
    String typed = fields.text("email", LONGEST);
    String password = fields.newSecret("password", LONGEST);
    Optional<String> name = fields.optionalText("name", NAME);
    Optional<EmailAddress> email = EmailAddress.of(typed);
    if (!typed.isEmpty() && email.isEmpty()) {
      fields.violation("email", EmailAddress.RULE, typed);
    }
    email
        .filter(address -> address.test() && settings.e2eKey().isEmpty())
        .ifPresent(a -> fields.violation("email", "not under e2e.invalid", a.key()));
    if (!password.isEmpty()) {
      rules
          .broken(password, email)
          .ifPresent(rule -> fields.violation("password", rule, "length " + length(password)));
    }
    fields.check();
    return new Wanted(email.orElseThrow(), password, name);
  }

  private static int length(String password) {
    return password.codePointCount(0, password.length());
  }

  private Answer withTokens(Call call, NewAccount wanted) {
    SignIn signIn =
        new SignIn(
            Clients.WEB,
            SignIn.SCOPE,
            List.of("pwd"),
            settings.lifetimes().access(),
            Origin.of(call));
    Optional<Opened> opened =
        rooms
            .store()
            .write(
                transaction ->
                    rooms
                        .accounts()
                        .create(transaction, wanted, signIn.origin())
                        .map(made -> rooms.sessions().open(transaction, made, signIn)));
    Opened made = opened.orElseThrow(Registrations::taken);
    call.receipt().user(made.account().id());
    return Answer.created(maker.make(made));
  }

  private Answer alone(Call call, NewAccount wanted) {
    Optional<Account> made =
        rooms
            .store()
            .write(transaction -> rooms.accounts().create(transaction, wanted, Origin.of(call)));
    Account account = made.orElseThrow(Registrations::taken);
    call.receipt().user(account.id());
    return Answer.created(AccountBodies.of(account, SignIn.SCOPE));
  }

  private static void refuseTaken() {
    throw taken();
  }

  private static Refused taken() {
    return new Refused(ErrorCode.EMAIL_TAKEN, "email: one that has no account, got a taken one");
  }
}
