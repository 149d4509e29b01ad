package ai.netra.loop.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          run 01M7ZAPA31DSH2VZEGM34APSF5 failed | run <*> failed
          port 8081: already in use | port <*>: already in use
          cannot open /var/lib/a.db, giving up | cannot open <*>, giving up
          user bob@example.com has no right | user <*> has no right
          no value for "plan" of 'acme inc' | no value for <*> of <*>
          java.lang.IllegalStateException: the feed isn't there | java.lang.IllegalStateException: the feed isn't there
          key=7 missing after 20ms | <*> missing after <*>
          """)
  void whatVariesIsMasked(String message, String template) {
    assertThat(Template.of(message).text()).isEqualTo(template);
  }

  @ParameterizedTest
  @CsvSource({"first, first", "'', ''"})
  void onlyTheFirstLineCounts(String first, String template) {
    assertThat(Template.of(first + "\n\tat somewhere").text()).isEqualTo(template);
  }
}
