package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import ai.netra.loop.review.Clones.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** V13: 50 tokens or more, all on new lines, stand somewhere else already. */
record Cloned() implements Rule {

  private static final int COST = 10;
  private static final int CAP = 20;

  @Override
  public String name() {
    return "V13";
  }

  @Override
  public int cap() {
    return CAP;
  }

  @Override
  public boolean judgesTrees() {
    return true;
  }

  @Override
  public List<Finding> look(Material material) {
    Clones clones = new Clones();
    List<ChangedFile> files =
        material.standing().filter(it -> isRead(material, it.path())).toList();
    if (files.isEmpty()) {
      return List.of();
    }
    material.candidate().paths().stream()
        .filter(path -> isRead(material, path))
        .forEach(path -> material.candidate().text(path).ifPresent(it -> clones.add(path, it)));
    List<Finding> findings = new ArrayList<>();
    for (ChangedFile file : files) {
      Set<Integer> fresh =
          material.fresh(file).stream().map(Line::number).collect(Collectors.toSet());
      clones.in(file.path(), fresh).forEach(it -> findings.add(finding(file, it)));
    }
    return findings;
  }

  private static boolean isRead(Material material, String path) {
    return path.matches(".*\\.(java|kt|[cm]?[jt]sx?|py|go)")
        && material.roles().of(path, "") == Role.PRODUCT;
  }

  private Finding finding(ChangedFile file, Twin twin) {
    String words =
        "%d tokens stand in %s:%d too".formatted(twin.tokens(), twin.path(), twin.otherLine());
    return costs(COST, file, twin.line(), words);
  }
}
