package ai.netra.auth.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an account from its row. */
final class AccountRows {

  private AccountRows() {}

  static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("email"),
        row.getBoolean("email_verified"),
        Optional.ofNullable(row.getString("name")),
        Optional.ofNullable(row.getString("locale")),
        Optional.ofNullable(row.getString("password_hash")),
        Account.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        words(row, "roles").stream().flatMap(n -> Role.of(n).stream()).collect(Collectors.toSet()),
        words(row, "granted"),
        words(row, "revoked"),
        Instant.ofEpochMilli(row.getLong("claims_not_before")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        time(row, "last_login_at"));
  }

  private static Set<String> words(ResultSet row, String column) throws SQLException {
    return Arrays.stream(row.getString(column).split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
