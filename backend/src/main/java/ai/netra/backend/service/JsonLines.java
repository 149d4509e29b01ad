package ai.netra.backend.service;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object a line: time, level, service, revision, deploy, message, then the event's own
 * members. Public because the log's configuration makes it by name.
 */
public final class JsonLines extends LayoutBase<ILoggingEvent> {

  private final String revision = Build.read().revision();
  private final String deploy = System.getenv().getOrDefault("NETRA_DEPLOY", "");

  @Override
  public String doLayout(ILoggingEvent event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", Times.text(Instant.ofEpochMilli(event.getTimeStamp())));
    line.put("level", event.getLevel().toString());
    line.put("service", Build.SERVICE);
    line.put("revision", revision);
    if (!deploy.isEmpty()) {
      line.put("deploy", deploy);
    }
    line.put("message", event.getFormattedMessage());
    addMembers(event, line);
    addThrowable(event, line);
    return Json.text(line) + "\n";
  }

  private static void addMembers(ILoggingEvent event, Map<String, Object> line) {
    if (event.getKeyValuePairs() == null) {
      line.put("logger", event.getLoggerName());
      return;
    }
    for (KeyValuePair pair : event.getKeyValuePairs()) {
      if (pair.value != null) {
        line.put(pair.key, pair.value);
      }
    }
  }

  private static void addThrowable(ILoggingEvent event, Map<String, Object> line) {
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      line.put("stack", ThrowableProxyUtil.asString(thrown));
    }
  }
}
