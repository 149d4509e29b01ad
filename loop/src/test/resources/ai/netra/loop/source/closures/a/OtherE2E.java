package a;

import org.junit.jupiter.api.Test;

class OtherE2E {
  @Test
  void standsAlone() {}
}
