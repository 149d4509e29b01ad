package ai.netra.auth.login;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.EmailAddress;
import ai.netra.auth.accounts.NewAccount;
import ai.netra.auth.audit.Audit;
import ai.netra.auth.audit.AuditEvent;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Secret;
import ai.netra.auth.sessions.Opened;
import ai.netra.auth.sessions.SignIn;
import ai.netra.auth.sessions.TokenMaker;
import ai.netra.auth.store.Store.Transaction;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Endpoint;
import ai.netra.auth.web.Endpoints;
import ai.netra.auth.web.Refused;
import ai.netra.contract.auth.Clients;
import ai.netra.contract.auth.TestIdentities;
import ai.netra.contract.error.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes and erases accounts for tests: ordinary accounts under {@code e2e.invalid}, which end by
 * themselves. The routes exist only where a key is configured, and never in production.
 */
final class TestIdentityEndpoints {

  private static final String KEY = "X-Netra-E2E-Key";
  private static final int ERASED_AT_ONCE = 500;

  private final PasswordLogin.Rooms rooms;
  private final TestIdentityOrders orders;
  private final Optional<Secret> key;
  private final Hashes hashes;
  private final TokenMaker maker;
  private final Made made;

  /** What making needs beside accounts. */
  record Made(Audit audit, Clock clock, Ids ids) {}

  TestIdentityEndpoints(
      PasswordLogin.Rooms rooms,
      TestIdentityOrders orders,
      Optional<Secret> key,
      Hashes hashes,
      TokenMaker maker,
      Made made) {
    this.rooms = rooms;
    this.orders = orders;
    this.key = key;
    this.hashes = hashes;
    this.maker = maker;
    this.made = made;
  }

  Endpoints endpoints() {
    return Endpoints.of(
        new Endpoint("POST /auth/e2e/identities", this::create),
        new Endpoint("DELETE /auth/e2e/identities/{id}", this::erase));
  }

  private Answer create(Call call) {
    checkKey(call);
    TestIdentityOrders.Order order = orders.read(call.fields());
    Optional<String> hash =
        order.password().map(password -> rooms.pool().run(() -> hashes.hash(password)));
    Origin origin = Origin.of(call);
    List<Opened> opened =
        rooms.store().write(transaction -> create(transaction, order, hash, origin));
    return Answer.created(new TestIdentities(opened.stream().map(maker::make).toList()));
  }

  private List<Opened> create(
      Transaction transaction,
      TestIdentityOrders.Order order,
      Optional<String> hash,
      Origin origin) {
    Instant end = made.clock().instant().plus(order.life());
    SignIn signIn =
        new SignIn(Clients.WEB, order.scope(), List.of("pwd"), order.accessLife(), origin);
    List<Opened> opened = new ArrayList<>();
    for (int i = 0; i < order.count(); i++) {
      NewAccount wanted =
          new NewAccount(
              EmailAddress.of(made.ids().next("t") + "@e2e.invalid").orElseThrow(),
              Optional.empty(),
              hash,
              order.roles(),
              order.granted(),
              Optional.of(end));
      Account account = rooms.accounts().create(transaction, wanted, origin).orElseThrow();
      opened.add(rooms.sessions().open(transaction, account, signIn));
    }
    write(transaction, "e2e.created", "done", origin);
    return opened;
  }

  private Answer erase(Call call) {
    checkKey(call);
    String id = call.parameter("id");
    boolean erased =
        rooms
            .store()
            .write(transaction -> rooms.accounts().eraseTest(transaction, id, Origin.of(call)));
    if (!erased) {
      throw Call.notFound("test identity");
    }
    return Answer.nothing();
  }

  private void checkKey(Call call) {
    rooms.throttles().checkTestKey(call.address());
    String shown = Optional.ofNullable(call.request().getHeader(KEY)).orElse("");
    if (key.filter(secret -> secret.matches(shown)).isPresent()) {
      return;
    }
    rooms
        .store()
        .change(
            transaction -> {
              rooms.throttles().testKeyFailed(transaction, call.address());
              write(transaction, "e2e.refused", "refused", Origin.of(call));
            });
    throw new Refused(ErrorCode.E2E_KEY_INVALID, KEY + ": the configured key, got another or none");
  }

  private void write(Transaction transaction, String kind, String outcome, Origin origin) {
    made.audit()
        .write(transaction, new AuditEvent(kind, outcome, AuditEvent.Subject.none(), origin, ""));
  }

  /** Erases identities whose time has ended. */
  void eraseEnded() {
    List<String> ended =
        rooms.store().read(sql -> rooms.accounts().endedTests(sql, ERASED_AT_ONCE));
    if (!ended.isEmpty()) {
      rooms
          .store()
          .change(
              transaction ->
                  ended.forEach(
                      id -> {
                        boolean _ = rooms.accounts().eraseTest(transaction, id, Origin.service());
                      }));
    }
  }
}
