package ai.netra.loop.deploy;

import ai.netra.loop.deploy.Deployment.Log;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.ServiceSpec.LogSpec;
import ai.netra.loop.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the lines of level error in what a service wrote, be they JSON or text. */
final class ErrorLines {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> CRITICAL = Set.of("FATAL", "CRITICAL", "EMERGENCY", "ALERT");
  private static final Set<String> ERROR = Set.of("ERROR", "SEVERE");
  private static final Pattern LEVEL =
      Pattern.compile("\\b(ERROR|SEVERE|FATAL|CRITICAL|EMERGENCY|ALERT)\\b[\\]:|\\s-]*(.*)");
  private static final Pattern UNCAUGHT = Pattern.compile("Exception in thread .*");

  private final LogSpec spec;
  private final Set<String> templates = new TreeSet<>();
  private boolean critical;

  private ErrorLines(LogSpec spec) {
    this.spec = spec;
  }

  /** The error templates in the files that a service writes; they must be there. */
  static Log read(ServiceSpec service, List<Path> files) {
    ErrorLines lines = new ErrorLines(service.logs());
    for (Path file : files) {
      // what is no text of this encoding still has to be looked at
      try (Stream<String> all = Files.lines(file, StandardCharsets.ISO_8859_1)) {
        all.forEach(lines::see);
      } catch (IOException e) {
        return new Log.Unreadable(service.name(), file + ": " + e);
      }
    }
    return new Log.Read(service.name(), List.copyOf(lines.templates), lines.critical);
  }

  private void see(String line) {
    Optional<JsonNode> json = line.startsWith("{") ? json(line) : Optional.empty();
    if (json.isPresent()) {
      add(text(json.get(), "level"), text(json.get(), "message"));
      return;
    }
    Matcher level = LEVEL.matcher(line);
    if (level.find()) {
      add(level.group(1), level.group(2));
    } else if (UNCAUGHT.matcher(line).matches()) {
      add("ERROR", line);
    }
  }

  private void add(String level, String message) {
    String upper = level.toUpperCase(Locale.ROOT);
    if (ERROR.contains(upper) || CRITICAL.contains(upper)) {
      templates.add(Template.of(message).text());
      critical |= CRITICAL.contains(upper);
    }
  }

  private static Optional<JsonNode> json(String line) {
    try {
      return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return Optional.empty(); // a torn or foreign line is read as text
    }
  }

  private String text(JsonNode line, String name) {
    String own = spec.fields().getOrDefault(name, name);
    JsonNode value = own.startsWith("/") ? line.at(JsonPointer.compile(own)) : line.path(own);
    return value.asString("");
  }
}
