package ai.netra.backend.usage;

/** How a field is stored. */
enum Kind {
  TEXT("varchar"),
  BIGINT("bigint"),
  BOOLEAN("boolean"),
  DOUBLE("double"),
  MONEY("decimal(18,9)");

  private final String sqlType;

  Kind(String sqlType) {
    this.sqlType = sqlType;
  }

  String sqlType() {
    return sqlType;
  }
}
