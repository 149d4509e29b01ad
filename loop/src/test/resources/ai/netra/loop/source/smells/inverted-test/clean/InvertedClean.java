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

class InvertedClean {
  private final Client client = Client.create();

  @Test
  void expectsARefusal() {
    assertThrows(CompletionException.class, () -> client.connect("/closed"));
  }

  @Test
  void negatesAnAnswer() {
    assertFalse(client.get("/items").body().contains("secret"));
    assertNotEquals("", client.get("/items").body());
  }
}
