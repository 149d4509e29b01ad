package ai.netra.auth.login;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.EmailAddress;
import ai.netra.auth.audit.Audit;
import ai.netra.auth.audit.AuditEvent;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.sessions.Endings;
import ai.netra.auth.sessions.SignIn;
import ai.netra.auth.store.Store.Transaction;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Caller;
import ai.netra.auth.web.Fields;
import java.time.Duration;
import java.util.List;

/** A new password for the old one; the other sessions end. */
final class PasswordChanges {

  private static final int LONGEST = 1024;

  private final PasswordLogin.Rooms rooms;
  private final PasswordLogin login;
  private final PasswordRules rules;
  private final Hashes hashes;
  private final Endings endings;
  private final Audit audit;

  PasswordChanges(
      PasswordLogin.Rooms rooms,
      PasswordLogin login,
      PasswordRules rules,
      Hashes hashes,
      Endings endings,
      Audit audit) {
    this.rooms = rooms;
    this.login = login;
    this.rules = rules;
    this.hashes = hashes;
    this.endings = endings;
    this.audit = audit;
  }

  Answer answer(Call call) {
    Caller caller = call.signedIn();
    Account account =
        rooms
            .store()
            .read(sql -> rooms.accounts().byId(sql, caller.subject()))
            .orElseThrow(() -> Call.notFound("account"));
    Fields fields = call.fields();
    String current = fields.secret("current_password", LONGEST);
    String wanted = fields.newSecret("new_password", LONGEST);
    if (!wanted.isEmpty()) {
      rules
          .broken(wanted, EmailAddress.of(account.email()))
          .ifPresent(rule -> fields.violation("new_password", rule, "another one"));
    }
    fields.check();
    Origin origin = Origin.of(call);
    if (!login.confirm(account, current, signIn(caller, origin))) {
      throw LoginEndpoint.rejected();
    }
    String hash = rooms.pool().run(() -> hashes.hash(wanted));
    rooms.store().change(transaction -> change(transaction, caller, hash, origin));
    return Answer.nothing();
  }

  private static SignIn signIn(Caller caller, Origin origin) {
    return new SignIn(caller.clientId(), caller.scope(), List.of("pwd"), Duration.ZERO, origin);
  }

  private void change(Transaction transaction, Caller caller, String hash, Origin origin) {
    rooms.accounts().password(transaction, caller.subject(), hash);
    int _ =
        endings.allBut(
            transaction, caller.subject(), caller.sessionId(), "password_changed", origin);
    audit.write(
        transaction,
        new AuditEvent(
            "password.changed",
            "done",
            new AuditEvent.Subject(caller.subject(), caller.clientId(), caller.sessionId()),
            origin,
            ""));
  }
}
