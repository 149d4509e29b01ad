package ai.netra.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLeaseTest {

  @TempDir Path folder;

  @Test
  void aJobIsOneProcessesUntilItsLeaseRunsOut() throws SQLException {
    try (OpenStore open = OpenStore.in(folder)) {
      JobLease one = new JobLease(open.store(), "one");
      JobLease other = new JobLease(open.store(), "other");

      assertThat(one.take("purge")).isTrue();
      assertThat(other.take("purge")).isFalse();
      assertThat(other.take("retention")).isTrue();
      assertThat(one.take("purge")).isTrue();
      open.store().write(t -> t.sql().sql("update leases set until_at = 0").update());
      assertThat(other.take("purge")).isTrue();
      assertThat(one.take("purge")).isFalse();
    }
  }
}
