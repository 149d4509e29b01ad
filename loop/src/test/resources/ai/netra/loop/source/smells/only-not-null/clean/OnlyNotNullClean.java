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

class OnlyNotNullClean {
  private final Client client = Client.create();

  @Test
  void thereIsAnAnswerAndWhatIsInIt() {
    Answer answer = client.get("/items");
    assertNotNull(answer);
    assertEquals("[]", answer.body());
  }
}
