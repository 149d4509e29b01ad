package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec.BuildSpec;
import ai.netra.loop.workspace.Hashes;
import ai.netra.loop.workspace.TreeFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/** The id of a build: what goes in, the command, the tools; equal ids are the same build. */
final class BuildId {

  /** As many digits as a git hash has. */
  private static final int DIGITS = 40;

  private BuildId() {}

  /**
   * The id.
   *
   * @param tools names of tools with their versions, such as {@code java 25.0.1}
   */
  static String of(BuildSpec build, List<TreeFile> inputs, List<String> tools) {
    StringBuilder text = new StringBuilder("netra build 1\n");
    text.append("command\t").append(build.command()).append('\n');
    new TreeMap<>(build.env())
        .forEach((name, value) -> text.append("env\t" + name + "\t" + value + "\n"));
    tools.forEach(tool -> text.append("tool\t").append(tool).append('\n'));
    inputs.forEach(
        file -> text.append(file.mode() + "\t" + file.hash() + "\t" + file.path() + "\n"));
    return Hashes.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }
}
