package support;

import static org.assertj.core.api.Assertions.assertThat;

public record Answer(int status, String body) {

  /** A fluent check of the suite's own. */
  public Answer expect(int wanted) {
    assertThat(status).as("status of %s", body).isEqualTo(wanted);
    return this;
  }

  public String text(String field) {
    int at = body.indexOf("\"" + field + "\":\"");
    if (at < 0) {
      throw new AssertionError("no " + field + " in " + body);
    }
    int from = at + field.length() + 4;
    return body.substring(from, body.indexOf('"', from));
  }

  public void matchesSchema(String schema) {
    assertThat(Schemas.validate(schema, body)).isEmpty();
  }
}
