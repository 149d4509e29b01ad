package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

  @Test
  void aValueIsReplacedAndEverythingElseKeepsItsBytes() {
    Head head = head("GET / HTTP/1.1\r\nHOST:\t x \nA: x\r\nhost: y\r\n\r\n");
    assertThat(text(head.map("host", value -> value.equals("x") ? "public" : value)))
        .isEqualTo("GET / HTTP/1.1\r\nHOST:\t public \nA: x\r\nhost: y\r\n\r\n");
  }

  @Test
  void fieldsAreAddedAndTakenOut() {
    Head head = head("GET / HTTP/1.1\r\nA: 1\r\nB: 2\r\na: 3\r\n\r\n");
    assertThat(text(head.without("a").with("C", "4")))
        .isEqualTo("GET / HTTP/1.1\r\nB: 2\r\nC: 4\r\n\r\n");
  }

  @Test
  void itemsOfAllLinesOfAFieldAreOneList() {
    assertThat(
            head("G\r\nConnection: Keep-Alive, Upgrade\r\nconnection:,x\r\n\r\n")
                .items("CONNECTION"))
        .containsExactly("keep-alive", "upgrade", "x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "GET / HTTP/1.1\r\n", "GET /\r\nno colon\r\n\r\n", "G\r\nA : 1\r\n\r\n"})
  void whatIsNoHeadIsNotRead(String text) {
    assertThat(Head.parse(text.getBytes(ISO_8859_1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Content-Length: 5                | Exact[bytes=5]
          Transfer-Encoding: gzip, chunked | Chunked[]
          Accept: x                        | None[]
          """)
  void aRequestSaysHowLongItsBodyIs(String field, String framing) {
    Head head = head("POST / HTTP/1.1\r\n" + field + "\r\n\r\n");
    assertThat(Framing.ofRequest(head)).get().asString().isEqualTo(framing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1",
        "Content-Length: 1\r\nContent-Length: 2",
        "Content-Length: 1, 1",
        "Transfer-Encoding: chunked, gzip"
      })
  void aLengthThatIsNotPlainIsNotRead(String fields) {
    assertThat(Framing.ofRequest(head("POST / HTTP/1.1\r\n" + fields + "\r\n\r\n"))).isEmpty();
  }

  @Test
  void anAnswersBodyDependsOnStatusAndMethod() {
    Head head = head("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
    assertThat(Framing.ofAnswer(head, 200, "GET")).contains(new Framing.Exact(5));
    assertThat(Framing.ofAnswer(head, 200, "HEAD")).contains(new Framing.None());
    assertThat(Framing.ofAnswer(head, 304, "GET")).contains(new Framing.None());
    assertThat(Framing.ofAnswer(head("HTTP/1.1 200\r\n\r\n"), 200, "GET"))
        .contains(new Framing.ToEnd());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331"
      })
  void aTraceparentThatIsNotWellFormedIsNone(String value) {
    assertThat(TraceParent.parse(value)).isEmpty();
  }

  @Test
  void aTraceparentKeepsVersionAndFlagsUnderItsNewParent() {
    String later = "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00-more";
    assertThat(TraceParent.parse(later).map(trace -> trace.under("00000000000000aa").value()))
        .contains("cc-0af7651916cd43dd8448eb211c80319c-00000000000000aa-00-more");
  }

  private static Head head(String text) {
    Optional<Head> head = Head.parse(text.getBytes(ISO_8859_1));
    return head.orElseThrow();
  }

  private static String text(Head head) {
    return new String(head.bytes(), ISO_8859_1);
  }
}
