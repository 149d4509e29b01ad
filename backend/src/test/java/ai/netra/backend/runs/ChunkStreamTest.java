package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.contract.run.RunFrame.ResponseChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ChunkStreamTest {

  private final List<ResponseChunk> sent = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final ChunkStream stream = new ChunkStream("msg_1", List.of(), sent::add, nanos::get);

  @Test
  void piecesFollowEachOtherAndTheLastSaysSo() throws InterruptedException {
    stream.add("One. ");
    stream.add("Two. ");
    stream.finish("One. Two. Three.");

    assertThat(sent)
        .containsExactly(
            new ResponseChunk("msg_1", 0, 0, "One. ", false),
            new ResponseChunk("msg_1", 1, 5, "Two. Three.", true));
  }

  @Test
  void offsetsCountCodePoints() throws InterruptedException {
    stream.add("😀😀");
    stream.add("x");
    stream.finish("😀😀xy");

    assertThat(sent).extracting(ResponseChunk::offset).containsExactly(0, 2);
  }

  @Test
  void aThousandSentencesInASecondAreAtMostTwentyPieces() throws InterruptedException {
    StringBuilder whole = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      stream.add("Word. ");
      whole.append("Word. ");
    }
    stream.finish(whole.toString());

    assertThat(sent.size()).isLessThanOrEqualTo(20);
    assertThat(sent).allMatch(chunk -> chunk.content().length() <= 2000);
    assertThat(together(sent)).isEqualTo(whole.toString());
  }

  @Test
  void anAnswerThatWasNotStreamedTravelsInPiecesAllTheSame() throws InterruptedException {
    String answer = "😀".repeat(4500);
    stream.finish(answer);

    assertThat(sent).extracting(ResponseChunk::offset).containsExactly(0, 2000, 4000);
    assertThat(sent.getLast().isFinal()).isTrue();
    assertThat(together(sent)).isEqualTo(answer);
  }

  @Test
  void anAnswerThatSaysOtherwiseReplacesWhatWasTold() throws InterruptedException {
    stream.add("Draft. ");
    stream.add("More draft. ");
    stream.finish("The answer.");

    assertThat(sent.getLast()).isEqualTo(new ResponseChunk("msg_1", 1, 0, "The answer.", true));
  }

  @Test
  void afterARecoveryOnlyWhatIsMissingIsTold() throws InterruptedException {
    List<ResponseChunk> before =
        List.of(
            new ResponseChunk("msg_1", 0, 0, "Old. ", false),
            new ResponseChunk("msg_1", 1, 0, "New. ", false));
    ChunkStream again = new ChunkStream("msg_1", before, sent::add, nanos::get);
    again.finish("New. End.");

    assertThat(sent).containsExactly(new ResponseChunk("msg_1", 2, 5, "End.", true));
  }

  @Test
  void aRepeatedStepBeginsAtTheStart() throws InterruptedException {
    List<ResponseChunk> before = List.of(new ResponseChunk("msg_1", 0, 0, "One. ", false));
    ChunkStream again = new ChunkStream("msg_1", before, sent::add, nanos::get);
    again.restart();
    again.add("One. ");
    again.add("Two.");
    again.finish("One. Two.");

    assertThat(sent).extracting(ResponseChunk::offset).containsExactly(0, 5);
  }

  private static String together(List<ResponseChunk> chunks) {
    StringBuilder text = new StringBuilder();
    chunks.forEach(chunk -> text.append(chunk.content()));
    return text.toString();
  }
}
