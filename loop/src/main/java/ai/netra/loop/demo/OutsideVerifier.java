package ai.netra.loop.demo;

import ai.netra.loop.demo.Demo.Act;
import ai.netra.loop.demo.Demo.Audience;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Act 3: a program in another language checks the journal of act 2, and then a forged one. */
final class OutsideVerifier {

  private final Place place;
  private final Audience audience;
  private final Programs programs;
  private final Claims claims;

  OutsideVerifier(Place place, Audience audience) {
    this.place = place;
    this.audience = audience;
    this.programs = new Programs(place, audience::aside);
    this.claims = new Claims(Demo.EVIDENCE, "Do not believe us", audience);
  }

  Act play() {
    audience.step("netra verify derives the verdict again from the journal");
    claims.equal("netra verify accepts the run", 0, programs.netra("verify").status());
    Path script = place.folder().resolve("verify-chain.mjs");
    write(script, DemoProject.resource("more/verify-chain.mjs").getBytes(StandardCharsets.UTF_8));
    audience.step("node " + script.getFileName() + " journal.jsonl");
    byte[] journal = read(place.journal());
    Programs.Ended good = node(script, place.journal());
    claims.check(
        "a verifier in another language accepts it",
        good.status() == 0 && good.out().startsWith("accepted: " + lines(journal) + " lines"),
        good.lastLine());
    int at = journal.length / 2;
    while (journal[at] == '\n') {
      at++;
    }
    long line = lines(Arrays.copyOf(journal, at)) + 1;
    journal[at] ^= 1;
    Path forged = place.folder().resolve("forged.jsonl");
    write(forged, journal);
    audience.step("one bit of byte %d of %d is flipped".formatted(at, journal.length));
    Programs.Ended bad = node(script, forged);
    claims.check(
        "it rejects the copy and names line " + line,
        bad.status() == 1 && bad.out().startsWith("rejected: line " + line + " "),
        bad.lastLine());
    return claims.act();
  }

  private Programs.Ended node(Path script, Path journal) {
    return programs.run(List.of("node", script.toString(), journal.toString()), Map.of());
  }

  private static long lines(byte[] text) {
    long lines = 0;
    for (byte one : text) {
      lines += one == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": cannot be read", e);
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": cannot be written", e);
    }
  }
}
