package ai.netra.loop.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What must be the same before and after somebody else's program ran, by name.
 *
 * @param hashes of contents
 */
record Seals(Map<String, String> hashes) {

  /** Files of a home that make programs do something; a program changes others all the time. */
  private static final List<String> OF_HOME =
      List.of(
          ".bash_profile",
          ".bashrc",
          ".config/git/config",
          ".gitconfig",
          ".m2/settings.xml",
          ".netrc",
          ".npmrc",
          ".profile",
          ".ssh/authorized_keys",
          ".ssh/config",
          ".zshrc");

  /** A difference for people; empty where there is none. */
  Optional<String> differenceTo(Seals before) {
    Set<String> names = new TreeSet<>(hashes.keySet());
    names.addAll(before.hashes.keySet());
    return names.stream()
        .filter(it -> !hashes.getOrDefault(it, "").equals(before.hashes.getOrDefault(it, "")))
        .findFirst()
        .map(it -> it + " is not what it was");
  }

  /**
   * The clone's refs, configuration, hooks and other worktrees, and the objects that it has.
   *
   * @param own the files of the worktree at work, whose index and HEAD are its own
   * @param known the objects that count: those of before
   */
  static Seals ofClone(Path clone, Path own, Optional<Seals> known) {
    Map<String, String> hashes = new TreeMap<>();
    Path objects = clone.resolve("objects");
    for (Path file : files(clone)) {
      String name = clone.relativize(file).toString();
      boolean isObject = file.startsWith(objects) && !file.startsWith(objects.resolve("info"));
      if (isObject) {
        known
            .filter(it -> !it.hashes.containsKey(name))
            .ifPresentOrElse(_ -> {}, () -> hashes.put(name, stamp(file)));
      } else if (!file.startsWith(own) || isFixed(own.relativize(file).toString())) {
        hashes.put(name, hash(file));
      }
    }
    return new Seals(hashes);
  }

  private static boolean isFixed(String ofWorktree) {
    return Set.of("gitdir", "commondir", "config.worktree", "locked").contains(ofWorktree);
  }

  /** The checkout's files, index, refs and configuration, and the settings of its user. */
  static Seals ofUser(Checkout checkout, Map<String, String> environment) {
    Map<String, String> hashes = new TreeMap<>();
    Git git = new Git(checkout.root(), Map.of());
    hashes.put("the checkout's files", checkout.tree().id());
    hashes.put("the checkout's index", said(git, "ls-files", "-s"));
    hashes.put("the checkout's HEAD", said(git, "symbolic-ref", "-q", "HEAD"));
    hashes.put("the checkout's refs", said(git, "show-ref", "--head"));
    for (String place : List.of("config", "hooks", "info", "objects/info")) {
      seal(hashes, checkout.root().resolve(said(git, "rev-parse", "--git-path", place)));
    }
    String home = environment.getOrDefault("HOME", "");
    if (!home.isEmpty()) {
      OF_HOME.forEach(name -> seal(hashes, Path.of(home, name)));
    }
    return new Seals(hashes);
  }

  private static String said(Git git, String... arguments) {
    return git.attempt(List.of(arguments), new byte[0]).text();
  }

  private static void seal(Map<String, String> hashes, Path place) {
    if (Files.exists(place)) {
      files(place).forEach(file -> hashes.put(file.toString(), hash(file)));
    }
  }

  private static List<Path> files(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(it -> !Files.isDirectory(it)).toList();
    } catch (IOException e) {
      throw new WorkspaceFailure(place + ": cannot be listed", e);
    }
  }

  private static String stamp(Path file) {
    try {
      return Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": cannot be read", e);
    }
  }

  private static String hash(Path file) {
    try {
      return Files.isSymbolicLink(file)
          ? Hashes.sha256(("-> " + Files.readSymbolicLink(file)).getBytes(UTF_8))
          : Hashes.sha256(file);
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": cannot be read", e);
    }
  }
}
