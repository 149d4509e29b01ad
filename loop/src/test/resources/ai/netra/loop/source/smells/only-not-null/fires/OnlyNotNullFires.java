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

class OnlyNotNullFires {
  private final Client client = Client.create();

  @Test
  void onlyThatThereIsAnAnswer() {
    assertNotNull(client.get("/items"));
  }

  @Test
  void alsoAConstant() {
    Answer answer = client.get("/items");
    assertThat(answer.body()).isNotNull();
    assertEquals(1, 1);
  }
}
