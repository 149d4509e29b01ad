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

class WideStatusFires {
  private final Client client = Client.create();

  @Test
  void oneOfTwo() {
    int status = client.get("/items").status();
    assertTrue(status == 200 || status == 401);
  }

  @Test
  void inASet() {
    assertThat(client.get("/items").status()).isIn(200, 403, 500);
  }

  @Test
  void aWideRange() {
    assertThat(client.get("/items").status()).isBetween(200, 499);
  }

  @Test
  void anythingBelow() {
    assertTrue(client.get("/items").status() < 500);
  }

  @Test
  void anythingFrom() {
    assertThat(client.get("/items").status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void containedInAList() {
    assertTrue(List.of(200, 404, 500).contains(client.get("/items").status()));
  }

  @Test
  void anythingBut() {
    assertThat(client.get("/items").status()).isNotEqualTo(500);
  }

  @Test
  void decidedBefore() {
    Answer answer = client.get("/items");
    boolean fine = answer.status() == 200 || answer.status() == 503;
    assertTrue(fine, "the list answers");
  }

  @Test
  void byAMatcher() {
    org.hamcrest.MatcherAssert.assertThat(client.get("/items").status(), anyOf(is(200), is(404)));
  }
}
