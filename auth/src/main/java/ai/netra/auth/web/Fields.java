package ai.netra.auth.web;

import ai.netra.contract.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a body. Each reader notes what breaks its rule and goes on; {@link #check()}
 * refuses with all of it at once. Values read before that are only placeholders where a rule broke.
 */
public final class Fields {

  private final ObjectNode body;
  private final List<Violation> violations = new ArrayList<>();

  Fields(ObjectNode body) {
    this.body = body;
  }

  /** Whether a member is there, null included. */
  public boolean has(String name) {
    return body.has(name);
  }

  /** A text that must be there, must not be blank and is at most so long (code points). */
  public String text(String name, int longest) {
    JsonNode node = body.get(name);
    if (node == null || !node.isString()) {
      return violated(name, "a text", node);
    }
    String text = node.stringValue();
    if (text.isBlank()) {
      return violated(name, "a text that is not blank", node);
    }
    return checked(name, text, longest);
  }

  /** A text that must be there and may be empty or blank: a password or token that is wrong. */
  public String secret(String name, int longest) {
    JsonNode node = body.get(name);
    if (node == null || !node.isString()) {
      violations.add(new Violation(name, "a text", received(node, true)));
      return "";
    }
    String text = node.stringValue();
    if (text.length() > longest || !TextRules.clean(text)) {
      violations.add(
          new Violation(
              name,
              "at most %d characters, no control character".formatted(longest),
              "a text of length " + text.length()));
      return "";
    }
    return text;
  }

  /** A secret that is to be set: as {@link #secret}, and not blank; no finding repeats it. */
  public String newSecret(String name, int longest) {
    String text = secret(name, longest);
    boolean blank = text.isBlank() && violations.stream().noneMatch(v -> v.field().equals(name));
    if (blank) {
      violations.add(new Violation(name, "a text that is not blank", "a blank one"));
    }
    return blank ? "" : text;
  }

  /** As {@link #secret}, or nothing where the member is absent. */
  public Optional<String> optionalSecret(String name, int longest) {
    return has(name) ? Optional.of(secret(name, longest)) : Optional.empty();
  }

  /** As {@link #text}, or nothing where the member is absent. */
  public Optional<String> optionalText(String name, int longest) {
    return has(name) ? Optional.of(text(name, longest)) : Optional.empty();
  }

  /** A whole number in bounds, or the other where the member is absent. */
  public long number(String name, long otherwise, long least, long most) {
    JsonNode node = body.get(name);
    if (node == null) {
      return otherwise;
    }
    boolean fits = node.isIntegralNumber() && node.canConvertToLong();
    if (fits && node.longValue() >= least && node.longValue() <= most) {
      return node.longValue();
    }
    violated(name, "a whole number of %d to %d".formatted(least, most), node);
    return least;
  }

  /** A boolean, or false where the member is absent. */
  public boolean flag(String name) {
    JsonNode node = body.get(name);
    if (node == null || node.isBoolean()) {
      return node != null && node.booleanValue();
    }
    violated(name, "true or false", node);
    return false;
  }

  /** A list of texts of at most 64 characters, or nothing where the member is absent. */
  public List<String> texts(String name, int most) {
    JsonNode node = body.get(name);
    if (node == null) {
      return List.of();
    }
    boolean fits = node.isArray() && node.size() <= most && node.valueStream().allMatch(this::name);
    if (fits) {
      return node.valueStream().map(JsonNode::stringValue).distinct().toList();
    }
    violated(name, "a list of at most %d names".formatted(most), node);
    return List.of();
  }

  private boolean name(JsonNode node) {
    return node.isString() && node.stringValue().matches("[a-z0-9:._-]{1,64}");
  }

  /** Notes that a value breaks a rule that the caller checked. */
  public void violation(String field, String rule, String received) {
    violations.add(new Violation(field, rule, received));
  }

  /** Refuses with VALIDATION_ERROR where anything broke its rule. */
  public void check() {
    if (!violations.isEmpty()) {
      throw Refused.violations(violations);
    }
  }

  /** VALIDATION_ERROR for one field. */
  public static Refused refused(String field, String rule, String received) {
    return Refused.violations(List.of(new Violation(field, rule, received)));
  }

  private String checked(String name, String text, int longest) {
    if (!TextRules.clean(text)) {
      violations.add(
          new Violation(
              name, "no control character, no half of a character", TextRules.shown(text)));
      return "";
    }
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      violations.add(
          new Violation(name, "at most %d characters".formatted(longest), "length " + length));
      return "";
    }
    return text;
  }

  private String violated(String name, String rule, @Nullable JsonNode node) {
    violations.add(new Violation(name, rule, received(node, false)));
    return "";
  }

  private static String received(@Nullable JsonNode node, boolean secret) {
    if (node == null) {
      return "nothing";
    }
    return secret ? "another type" : TextRules.shown(node.toString());
  }
}
