package ai.netra.loop.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {

  @ParameterizedTest
  @CsvSource({
    "auth, auth/src/Main.java, true",
    "auth, authority/Main.java, false",
    "mvnw, mvnw, true",
    "*/pom.xml, auth/pom.xml, true",
    "*/pom.xml, auth/deep/pom.xml, false",
    "*/pom.xml, pom.xml, false",
    "tests/**, tests/a/B.java, true",
    "tests/**, test/B.java, false",
    ".mvn/, .mvn/jdk.sh, true"
  })
  void aPatternNamesAFileOrAFolderWithAllBelow(String pattern, String path, boolean matches) {
    assertThat(new Globs(List.of(pattern)).matches(path)).isEqualTo(matches);
  }
}
