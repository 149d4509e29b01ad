package ai.netra.loop.demo;

import ai.netra.loop.workspace.Folders;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The demo in three acts. Each claim is checked against what the processes left behind; an act came
 * out as said only if all of its claims hold.
 */
public final class Demo {

  /** A green suite that lies. */
  public static final int LIES = 1;

  /** A fault that fooled people. */
  public static final int FAULT = 2;

  /** Do not believe us: it goes on where act 2 ended. */
  public static final int EVIDENCE = 3;

  private Demo() {}

  /**
   * What to show.
   *
   * @param parent where the demo's own folder is made
   * @param netra the words that start this program
   * @param libraries a folder with JUnit's jars
   * @param acts which of the three; the third needs the second
   */
  public record Order(Path parent, List<String> netra, Path libraries, Set<Integer> acts) {

    public Order {
      netra = List.copyOf(netra);
      acts = Set.copyOf(acts);
      if (acts.contains(EVIDENCE) && !acts.contains(FAULT)) {
        throw new IllegalArgumentException("acts " + acts + ": act 3 goes on where act 2 ended");
      }
    }
  }

  /** What was said, whether it came out so, and what was seen. */
  public record Claim(String said, boolean holds, String seen) {}

  /** An act that was played. */
  public record Act(int number, String title, List<Claim> claims) {

    public Act {
      claims = List.copyOf(claims);
    }

    /** Whether it came out as said; an act without claims did not. */
    public boolean holds() {
      return !claims.isEmpty() && claims.stream().allMatch(Claim::holds);
    }
  }

  /** What became of a demo, and the folder that holds its projects and journals. */
  public record Outcome(List<Act> acts, Path folder) {

    public Outcome {
      acts = List.copyOf(acts);
    }

    public boolean holds() {
      return !acts.isEmpty() && acts.stream().allMatch(Act::holds);
    }

    /** Removes the folder. */
    public void clear() {
      Folders.delete(folder);
    }
  }

  /** Who looks on. Called from any thread, one call at a time. */
  public interface Audience {

    void begins(int act, String title);

    /** Something that happens now. */
    void step(String text);

    /** Something that a process of the demo says. */
    void aside(String text);

    void checked(Claim claim);
  }

  /**
   * Plays the acts, in their order, each whole.
   *
   * @throws WorkspaceFailure where a process cannot be started or a file not be written
   */
  public static Outcome play(Order order, Audience audience) {
    Path folder = Folders.temporary(made(order.parent()), "netra-demo");
    List<Act> acts = new ArrayList<>();
    if (order.acts().contains(LIES)) {
      acts.add(new LyingSuite(place(folder, "act1", order), audience).play());
    }
    if (order.acts().contains(FAULT)) {
      Place place = place(folder, "act2", order);
      acts.add(new FoolingFault(place, audience).play(order.acts().contains(EVIDENCE)));
      if (order.acts().contains(EVIDENCE)) {
        acts.add(new OutsideVerifier(place, audience).play());
      }
    }
    return new Outcome(acts, folder);
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": the demo's folder cannot be made in it", e);
    }
  }

  private static Place place(Path folder, String act, Order order) {
    return new Place(folder.resolve(act), order.netra(), order.libraries());
  }
}
