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

class MockClientClean {
  private final Client client = Client.create();

  @Test
  void aNameThatOnlySoundsLikeIt() {
    String mockingbird = client.get("/birds/mockingbird").text("name");
    assertEquals("mockingbird", mockingbird);
  }

  @Test
  void aFakeNameOfAPerson() {
    FakeName name = new FakeName("Ada");
    assertThat(client.post("/users", Map.of("name", name.text())).body()).contains("Ada");
  }

  record FakeName(String text) {}
}
