package ai.netra.loop.inbox;

import ai.netra.loop.inbox.Inbox.Message.Answer;
import ai.netra.loop.inbox.Inbox.Message.Stop;
import ai.netra.loop.inbox.Inbox.Message.Unreadable;
import ai.netra.loop.workspace.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder {@code inbox/} of a state directory. Whoever may write there may approve and stop; who
 * it was is told by the owner of the file, not by its content. Many may put, one takes.
 *
 * <p>A failure of the disk is an {@link UncheckedIOException}.
 */
public final class Inbox {

  private static final String ENDING = ".json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path folder;
  private final Clock clock;

  public Inbox(StateDirectory state, Clock clock) {
    this.folder = state.inbox();
    this.clock = clock;
  }

  /** What somebody tells a run. */
  public sealed interface Message {

    /** An answer to what was asked by the id. */
    record Answer(String id, boolean approved, String who, String why) implements Message {}

    /** The run is to stop. */
    record Stop(String who, String why) implements Message {}

    /** A file that is no message of this folder. */
    record Unreadable(String file, String reason) implements Message {}
  }

  /** Approves or refuses what a run asked by an id. */
  public void answer(String run, String id, boolean approved, String why) {
    put(new Letter(run, approved ? Kind.APPROVE : Kind.REJECT, id, why));
  }

  /** Asks a run to stop. */
  public void stop(String run, String why) {
    put(new Letter(run, Kind.STOP, "", why));
  }

  private void put(Letter letter) {
    try {
      Path written = Files.createTempFile(folder, "%013d-".formatted(clock.millis()), ".tmp");
      Files.write(written, JSON.writeValueAsBytes(letter));
      String name = String.valueOf(written.getFileName()).replace(".tmp", ENDING);
      Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": nothing can be put into it", e);
    }
  }

  /**
   * Hands over what was put for a run, the oldest first, and removes each file after its message
   * was handed over: a kill in between hands it over again. What was meant for another run is
   * removed unseen.
   *
   * @param each journals the message before it acts on it
   */
  public void take(String run, Consumer<Message> each) {
    for (Path file : files()) {
      Received received = received(file);
      if (received.isFor(run)) {
        each.accept(received.message());
      }
      remove(file);
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed", e);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be removed", e);
    }
  }

  private static Received received(Path file) {
    try {
      String who = Files.getOwner(file).getName();
      Letter letter = JSON.readValue(Files.readAllBytes(file), Letter.class);
      return new Received(letter.run(), letter.message(who));
    } catch (JacksonException e) {
      return new Received(null, unreadable(file, e.getOriginalMessage()));
    } catch (NoSuchFileException e) {
      return new Received(null, unreadable(file, "is gone"));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private static Unreadable unreadable(Path file, String reason) {
    return new Unreadable(String.valueOf(file.getFileName()), reason);
  }

  private record Received(@Nullable String run, Message message) {

    boolean isFor(String other) {
      return run == null || run.equals(other);
    }
  }

  private enum Kind {
    APPROVE,
    REJECT,
    STOP
  }

  private record Letter(String run, Kind kind, String id, String why) {

    Message message(String who) {
      return switch (kind) {
        case STOP -> new Stop(who, why);
        case APPROVE, REJECT -> new Answer(id, kind == Kind.APPROVE, who, why);
      };
    }
  }
}
