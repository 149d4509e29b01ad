package ai.netra.loop.proof;

import static ai.netra.loop.proof.PartAssert.assertPart;
import static ai.netra.loop.proof.PartAssert.proof;
import static ai.netra.loop.proof.Story.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.Proof.State;
import ai.netra.loop.record.TestKey;
import org.junit.jupiter.api.Test;

class WirePartTest {

  private final Story story = Story.deployed("receipt").passes(TEST, 1).clean(TEST);
  private final TestKey key = new TestKey(Story.SUITE, TEST, 1, Mode.VERDICT);

  @Test
  void anAnsweredCallWithItsReceiptIsPresent() {
    story.call(TEST, "GET", "/items/7?x=1", 200).receipt("GET", "/items/{id}", 200);
    assertPart(story, Parts.WIRE, State.PRESENT, "1 exchanges, 1 receipts");
  }

  @Test
  void noCallIsMissing() {
    assertPart(story, Parts.WIRE, State.MISSING, "it made no call");
  }

  @Test
  void aCallOfItsOwnSetupCountsAndSaysSo() {
    story
        .tell(Story.inPhase(story.exchange(key, "GET", "/items", 200), Phase.SETUP))
        .receipt("GET", "/items", 200);
    assertPart(story, Parts.WIRE, State.PRESENT, "in its own setup");
  }

  @Test
  void aCallOfTeardownDoesNotCount() {
    story
        .tell(Story.inPhase(story.exchange(key, "GET", "/items", 200), Phase.TEARDOWN))
        .receipt("GET", "/items", 200);
    assertPart(story, Parts.WIRE, State.MISSING, "teardown");
  }

  @Test
  void aCallOfAnotherAttemptDoesNotCount() {
    TestKey other = new TestKey(Story.SUITE, TEST, 2, Mode.VERDICT);
    story.tell(story.exchange(other, "GET", "/items", 200)).receipt("GET", "/items", 200);
    assertPart(story, Parts.WIRE, State.MISSING, "it made no call");
  }

  @Test
  void aMissingReceiptContradicts() {
    story.call(TEST, "GET", "/items", 200);
    assertPart(story, Parts.WIRE, State.CONTRADICTED, "no receipt for shop GET /items 200");
  }

  @Test
  void aSpareReceiptContradicts() {
    story
        .call(TEST, "GET", "/items", 200)
        .receipt("GET", "/items", 200)
        .receipt("GET", "/items", 200);
    assertPart(story, Parts.WIRE, State.CONTRADICTED, "2 receipts for one");
  }

  @Test
  void aReceiptWithAnotherStatusContradicts() {
    story.call(TEST, "GET", "/items", 200).receipt("GET", "/items", 500);
    assertPart(story, Parts.WIRE, State.CONTRADICTED, "status 500 instead of 200");
  }

  @Test
  void aReceiptOfAnotherRouteContradicts() {
    story.call(TEST, "GET", "/items/7", 200).receipt("GET", "/orders/{id}", 200);
    assertPart(story, Parts.WIRE, State.CONTRADICTED, "route /orders/{id}");
  }

  @Test
  void aReceiptOfAnotherBuildContradicts() {
    story
        .call(TEST, "GET", "/items", 200)
        .receipt("GET", "/items", 200, it -> Receipts.ofBuild(it, "old"));
    assertPart(story, Parts.WIRE, State.CONTRADICTED, "of build old instead of b1");
  }

  @Test
  void theReceiptOfAnInnerCallStaysApart() {
    story
        .call(TEST, "GET", "/items", 200)
        .receipt("GET", "/items", 200)
        .receipt("GET", "/keys", 200, Receipts::ofInnerCall);
    assertPart(story, Parts.WIRE, State.PRESENT, "1 receipts");
  }

  @Test
  void withoutParentIdsReceiptsAreComparedAsMultisets() {
    story.call(TEST, "GET", "/items/2", 404);
    story
        .call(TEST, "GET", "/items/1", 200)
        .receipt("GET", "/items/{id}", 200, Receipts::withoutParent)
        .receipt("GET", "/items/{id}", 404, Receipts::withoutParent);
    assertPart(story, Parts.WIRE, State.PRESENT, "2 exchanges, 2 receipts");
  }

  @Test
  void withoutParentIdsASpareReceiptContradicts() {
    story
        .call(TEST, "GET", "/items", 200)
        .receipt("GET", "/items", 200, Receipts::withoutParent)
        .receipt("GET", "/items", 200, Receipts::withoutParent);
    assertPart(story, Parts.WIRE, State.CONTRADICTED, "a receipt too many: shop GET /items");
  }

  @Test
  void anIncompleteExchangeOwesNoReceiptAndIsNoEvidence() {
    story.tell(Story.incomplete(story.exchange(key, "GET", "/items", 200)));
    assertPart(story, Parts.WIRE, State.MISSING, "no call was answered whole");
  }

  @Test
  void anIncompleteExchangeBesideAWholeOneDoesNoHarm() {
    story.tell(Story.incomplete(story.exchange(key, "GET", "/items", 200)));
    story.call(TEST, "GET", "/items", 200).receipt("GET", "/items", 200);
    assertPart(story, Parts.WIRE, State.PRESENT, "1 exchanges");
  }

  @Test
  void bytesThatNobodyCanReadAreNoEvidence() {
    story.tell(Story.raw(story.exchange(key, "", "", 0)));
    assertPart(story, Parts.WIRE, State.MISSING, "not readable");
  }

  @Test
  void anAnswerFromBeforeARequestCountsAtWire() {
    story.call(TEST, "GET", "/items", 431);
    assertPart(story, Parts.WIRE, State.PRESENT, "answered before a request existed");
    assertThat(proof(story).level()).isEqualTo("wire");
  }

  @Test
  void aRefusalByTheServiceStillOwesItsReceipt() {
    story.call(TEST, "GET", "/items", 401);
    assertPart(story, Parts.WIRE, State.CONTRADICTED, "no receipt");
  }

  @Test
  void aSocketNeedsItsHandshakeAndItsCloseLine() {
    Exchange socket = Story.socket(story.exchange(key, "GET", "/ws", 101));
    story.tell(socket).socketReceipt("handshake").socketReceipt("message").socketReceipt("close");
    assertPart(story, Parts.WIRE, State.PRESENT, "1 exchanges, 1 receipts");
  }

  @Test
  void aSocketWithoutCloseLineIsContradicted() {
    Exchange socket = Story.socket(story.exchange(key, "GET", "/ws", 101));
    story.tell(socket).socketReceipt("handshake");
    assertPart(story, Parts.WIRE, State.CONTRADICTED, "no close line for the socket");
  }

  @Test
  void atLevelWireNoReceiptIsAsked() {
    Story wire = Story.deployed("wire").passes(TEST, 1).clean(TEST);
    wire.call(TEST, "GET", "/items", 200);
    assertPart(wire, Parts.WIRE, State.PRESENT, "1 exchanges");
  }
}
