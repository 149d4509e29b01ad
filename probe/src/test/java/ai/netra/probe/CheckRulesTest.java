package ai.netra.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckRulesTest {

  private static final String ASSERTJ = "org/assertj/core/api/AbstractStringAssert";

  private final CheckRules rules = new CheckRules("com.shop.Frames#expect, Golden#matches");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isEqualTo",
        "contains",
        "hasSize",
        "doesNotContain",
        "allSatisfy",
        "singleElement"
      })
  void aMethodThatCanFailATestIsACheck(String method) {
    assertThat(rules.isCheck(ASSERTJ, method)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "as",
        "describedAs",
        "extracting",
        "usingComparator",
        "withFailMessage",
        "first",
        "size",
        "asInstanceOf",
        "filteredOn",
        "isolate"
      })
  void aMethodThatOnlyPreparesOneIsNot(String method) {
    assertThat(rules.isCheck(ASSERTJ, method)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "org/junit/jupiter/api/Assertions, assertEquals, true",
    "org/junit/jupiter/api/Assertions, fail, false",
    "org/junit/Assert, assertTrue, true",
    "org/hamcrest/MatcherAssert, assertThat, true",
    "com/shop/Frames, expect, true",
    "com/shop/Frames, parse, false",
    "org/other/Frames, expect, false",
    "any/where/Golden, matches, true",
    "com/shop/Assertions, assertEquals, false"
  })
  void knowsLibrariesAndDeclaredMethods(String type, String method, boolean check) {
    assertThat(rules.isCheck(type, method)).isEqualTo(check);
  }

  @Test
  void looksIntoNoOtherClass() {
    assertThat(rules.concern("com/shop/Client")).isFalse();
  }

  @Test
  void refusesADeclarationOfAnotherForm() {
    assertThatThrownBy(() -> new CheckRules("Frames.expect"))
        .hasMessage("assertions: a declared check is Type#method, not 'Frames.expect'");
  }
}
