package a;

import org.junit.jupiter.api.Test;

abstract class Signed {
  @Test
  void inherited() {}
}
