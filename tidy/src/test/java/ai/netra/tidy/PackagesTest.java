package ai.netra.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every package of the product says what it is for and is null-marked. */
class PackagesTest {

  @Test
  void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
    TreeSet<String> packages = new TreeSet<>();
    Repository.java("main").forEach(file -> packages.add(file.substring(0, file.lastIndexOf('/'))));
    List<String> missing = new ArrayList<>();
    for (String folder : packages) {
      String info = folder + "/package-info.java";
      boolean good =
          Repository.files().contains(info)
              && Repository.read(info).contains("@NullMarked")
              && Repository.read(info).contains("/**");
      if (!good) {
        missing.add(folder);
      }
    }

    assertThat(missing)
        .as("packages without a null-marked, documented package-info.java")
        .isEmpty();
  }
}
