package ai.netra.loop.deploy;

import ai.netra.loop.workspace.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads a secret from where {@code netra.yaml} says it is. */
final class SecretSources {

  private static final long COMMAND_SECONDS = 30;

  private final Path checkout;
  private final Map<String, String> environment;
  private final SecureRandom random;

  SecretSources(Path checkout, Map<String, String> environment, SecureRandom random) {
    this.checkout = checkout;
    this.environment = environment;
    this.random = random;
  }

  /** The secret as the source gives it, one line end at its end removed; nothing without one. */
  Optional<String> read(String source) {
    String what = source.substring(source.indexOf(':') + 1);
    return switch (source.substring(0, source.indexOf(':'))) {
      case "env" -> Optional.ofNullable(environment.get(what));
      case "file" -> file(checkout.resolve(what));
      case "command" -> command(what);
      case "generated" -> Optional.of(generated(Integer.parseInt(what)));
      default -> throw new IllegalArgumentException("secret source: not known, got " + source);
    };
  }

  private static Optional<String> file(Path file) {
    try {
      return Files.exists(file) ? Optional.of(chomp(Files.readString(file))) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // not readable is as good as not there: the rule "missing" names it
    }
  }

  private Optional<String> command(String line) {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", line)
            .directory(checkout.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(Environment.of(environment, Map.of()));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(chomp(output)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // no shell, no secret: the rule "missing" names it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private String generated(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String chomp(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
