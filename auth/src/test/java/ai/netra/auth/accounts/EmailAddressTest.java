package ai.netra.auth.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

  @Test
  void anAddressHasOneForm() {
    assertThat(EmailAddress.of("  A\u0308nn@Example.COM "))
        .contains(new EmailAddress("änn@example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "@x.de",
        "ann@",
        "a b@x.de",
        "ann@x..de",
        "ann@-x.de",
        "ann@ä.de",
        "\tann@x.de",
        "a@b@c.de"
      })
  void whatIsNoAddressIsNone(String text) {
    assertThat(EmailAddress.of(text)).isEmpty();
  }

  @Test
  void anAddressHasAtMost254Characters() {
    String domain = ("d".repeat(60) + ".").repeat(4) + "de";

    assertThat(EmailAddress.of("a".repeat(7) + "@" + domain)).isPresent();
    assertThat(EmailAddress.of("a".repeat(8) + "@" + domain)).isEmpty();
  }

  @Test
  void rightsAreThoseOfRolesAndGrantsCutToTheScope() {
    Account account =
        new Account(
            "u_1",
            "a@b.c",
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Account.State.ACTIVE,
            Set.of(Role.ADMIN),
            Set.of("read", "mcp:use"),
            Set.of("debug:read"),
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty());

    assertThat(Rights.of(account, "openid netra")).containsExactly("mcp:use", "read");
    assertThat(Rights.of(account, "netra.read")).containsExactly("read");
    assertThat(Rights.of(account, "netra.admin"))
        .containsExactly(
            "audit:read",
            "clients:write",
            "keys:write",
            "system:write",
            "users:read",
            "users:write");
    assertThat(Rights.of(account, "openid")).isEmpty();
  }
}
