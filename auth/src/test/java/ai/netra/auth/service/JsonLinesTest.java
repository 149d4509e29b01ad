package ai.netra.auth.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

final class JsonLinesTest {

  @Test
  void anEventIsOneLineWithItsMembers() {
    LoggingEvent event =
        new LoggingEvent(
            "x", new LoggerContext().getLogger("room"), Level.INFO, "two\nlines", null, null);
    event.setTimeStamp(0);
    event.setKeyValuePairs(List.of(new KeyValuePair("stored", List.of())));

    assertThat(new JsonLines().doLayout(event))
        .isEqualTo(
            "{\"time\":\"1970-01-01T00:00:00.000Z\",\"level\":\"INFO\",\"service\":\"netra-auth\","
                + "\"revision\":\"%s\",\"message\":\"two\\nlines\",\"stored\":[]}\n"
                    .formatted(Build.read().revision()));
  }
}
