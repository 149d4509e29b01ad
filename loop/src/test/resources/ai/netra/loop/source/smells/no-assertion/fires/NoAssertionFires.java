package seeds;

import static org.assertj.core.api.Assertions.*;
import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.*;

import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.*;
import support.*;

class NoAssertionFires {
  private final Client client = Client.create();

  @Test
  void nothingAtAll() {
    client.get("/items");
  }

  @Test
  void assertThatAlone() {
    assertThat(client.get("/items").status());
  }

  @Test
  void describedButNotChecked() {
    assertThat(client.get("/items").body()).as("body").extracting(String::length);
  }

  @Test
  void aHelperThatIsCalledAssertButDoesNot() {
    assertFine(client.get("/items"));
  }

  private void assertFine(Answer answer) {
    System.out.println(answer.body());
  }
}
