package ai.netra.loop.proof;

import static ai.netra.loop.proof.PartAssert.assertPart;
import static ai.netra.loop.proof.Story.TEST;

import ai.netra.loop.record.Proof.State;
import ai.netra.loop.record.Receipt;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatePartTest {

  private static final List<Receipt.Stored> ITEM =
      List.of(new Receipt.Stored("item", "7", "create"));

  private final Story story = Story.deployed("receipt").passes(TEST, 1).clean(TEST);

  @BeforeEach
  void theServiceSaysWhatItStores() {
    story
        .call("other", "GET", "/items", 200)
        .receipt("GET", "/items", 200, it -> Receipts.stored(it, List.of()));
  }

  @Test
  void aStoredEntityInTheReceiptReadsTheWriteBack() {
    story
        .call(TEST, "POST", "/items", 201)
        .receipt("POST", "/items", 201, it -> Receipts.stored(it, ITEM));
    assertPart(story, Parts.STATE, State.PRESENT, "1 writes read back");
  }

  @Test
  void aWriteThatStoredNothingIsNotAsked() {
    story
        .call(TEST, "POST", "/search", 200)
        .receipt("POST", "/search", 200, it -> Receipts.stored(it, List.of()));
    assertPart(story, Parts.STATE, State.NOT_ASKED, "no write");
  }

  @Test
  void aWriteWithoutAWordOfWhatWasStoredIsMissing() {
    story.call(TEST, "POST", "/items", 201).receipt("POST", "/items", 201);
    assertPart(story, Parts.STATE, State.MISSING, "never read back: shop POST /items 201");
  }

  @Test
  void aLaterReadOfTheResourceReadsTheWriteBack() {
    story.call(TEST, "POST", "/items", 201).receipt("POST", "/items", 201);
    story.call(TEST, "GET", "/items/7", 200).receipt("GET", "/items/{id}", 200);
    assertPart(story, Parts.STATE, State.PRESENT, "1 writes read back");
  }

  @Test
  void aLaterReadOfSomethingElseDoesNot() {
    story.call(TEST, "POST", "/items", 201).receipt("POST", "/items", 201);
    story.call(TEST, "GET", "/health", 200).receipt("GET", "/health", 200);
    assertPart(story, Parts.STATE, State.MISSING, "never read back");
  }

  @Test
  void anEarlierReadDoesNot() {
    story.call(TEST, "GET", "/items", 200).receipt("GET", "/items", 200);
    story.call(TEST, "POST", "/items", 201).receipt("POST", "/items", 201);
    assertPart(story, Parts.STATE, State.MISSING, "never read back");
  }

  @Test
  void whatWasDeletedMustBeGone() {
    story.call(TEST, "DELETE", "/items/7", 204).receipt("DELETE", "/items/{id}", 204);
    story.call(TEST, "GET", "/items/7", 200).receipt("GET", "/items/{id}", 200);
    assertPart(story, Parts.STATE, State.MISSING, "never read back: shop DELETE /items/7");
  }

  @Test
  void aRefusedWriteWroteNothing() {
    story.call(TEST, "POST", "/items", 403).receipt("POST", "/items", 403);
    assertPart(story, Parts.STATE, State.NOT_ASKED, "no write");
  }

  @Test
  void aServiceThatSaysNothingOfItsStoreIsNotAsked() {
    Story silent = Story.deployed("receipt").passes(TEST, 1);
    silent.call(TEST, "POST", "/items", 201).receipt("POST", "/items", 201);
    assertPart(silent, Parts.STATE, State.NOT_ASKED, "no write whose effect the service tells");
  }

  @Test
  void aProbeThatShowsTheEffectReadsTheWriteBack() {
    Story silent = probing("receipt");
    silent.call(TEST, "POST", "/items", 201).receipt("POST", "/items", 201).probe(200);
    assertPart(silent, Parts.STATE, State.PRESENT, "1 writes read back");
  }

  @Test
  void aProbeIsAskedAtLevelWireToo() {
    Story wire = probing("wire");
    wire.call(TEST, "POST", "/items", 201).receipt("POST", "/items", 201).probe(200);
    assertPart(wire, Parts.STATE, State.PRESENT, "1 writes read back");
  }

  @Test
  void aProbeThatIsDeniedContradictsWhateverTheReceiptSays() {
    Story lying = probing("receipt");
    lying
        .call(TEST, "POST", "/items", 201)
        .receipt("POST", "/items", 201, it -> Receipts.stored(it, ITEM))
        .probe(404);
    assertPart(
        lying,
        Parts.STATE,
        State.CONTRADICTED,
        "GET /read answered 404 after the write, 200 shows its effect");
  }

  @Test
  void aWriteWhoseProbeDidNotRunIsMissing() {
    Story silent = probing("receipt");
    silent.call(TEST, "POST", "/items", 201).receipt("POST", "/items", 201);
    assertPart(silent, Parts.STATE, State.MISSING, "never read back: shop POST /items 201");
  }

  private static Story probing(String level) {
    return Story.deployed(level)
        .passes(TEST, 1)
        .clean(TEST)
        .probing(level, "POST /items", "GET /items/{response:/id}");
  }
}
