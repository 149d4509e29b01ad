package ai.netra.auth.login;

import ai.netra.auth.accounts.EmailAddress;
import ai.netra.auth.accounts.NewAccount;
import ai.netra.auth.accounts.Role;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.MadeOnce;
import ai.netra.auth.service.StartUp;
import ai.netra.contract.config.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In development: makes the first administrator once, with a random password in a file that only
 * the service's user can read, and tells how to sign in.
 */
final class FirstAdmin implements StartUp.Warmup {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
  private static final String FILE = "first-admin-password";
  private static final int PASSWORD_BYTES = 18;

  private final PasswordLogin.Rooms rooms;
  private final Hashes hashes;
  private final MadeOnce madeOnce;
  private final AuthSettings settings;
  private final Ids ids;

  FirstAdmin(
      PasswordLogin.Rooms rooms, Hashes hashes, MadeOnce madeOnce, AuthSettings settings, Ids ids) {
    this.rooms = rooms;
    this.hashes = hashes;
    this.madeOnce = madeOnce;
    this.settings = settings;
    this.ids = ids;
  }

  @Override
  public int place() {
    return 2;
  }

  @Override
  public void warm() {
    boolean local = settings.environment() == Environment.DEVELOPMENT;
    settings
        .firstAdmin()
        .filter(address -> local)
        .flatMap(EmailAddress::of)
        .ifPresent(this::makeOnce);
  }

  private void makeOnce(EmailAddress email) {
    if (!rooms.store().read(rooms.accounts()::anyAdmin)) {
      make(email);
    }
    Path file = settings.data().resolve(FILE);
    if (Files.isRegularFile(file)) {
      LOG.atInfo().addKeyValue("notice", notice(email, file)).log("first login");
    }
  }

  private void make(EmailAddress email) {
    String password = ids.secret(PASSWORD_BYTES);
    String hash = rooms.pool().run(() -> hashes.hash(password));
    Path file = madeOnce.write(FILE, password + "\n");
    NewAccount wanted =
        new NewAccount(
            email,
            Optional.of("Administrator"),
            Optional.of(hash),
            Set.of(Role.USER, Role.DEVELOPER, Role.ADMIN),
            Set.of(),
            Optional.empty());
    boolean made =
        rooms
            .store()
            .write(
                transaction ->
                    rooms.accounts().create(transaction, wanted, Origin.service()).isPresent());
    if (!made) {
      throw new IllegalStateException(
          "NETRA_AUTH_FIRST_ADMIN: an address without an account; %s was written in vain"
              .formatted(file));
    }
  }

  private String notice(EmailAddress email, Path file) {
    String address = settings.issuer().toString();
    return """
        Open %s and sign in as %s, password in %s. A token: curl -s %s/auth/login \
        -H 'Content-Type: application/json' \
        -d "{\\"email\\":\\"%s\\",\\"password\\":\\"$(cat %s)\\"}\""""
        .formatted(settings.backend(), email.key(), file, address, email.key(), file);
  }
}
