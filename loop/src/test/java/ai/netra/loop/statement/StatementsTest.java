package ai.netra.loop.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.record.Counts;
import ai.netra.loop.report.Report;
import ai.netra.loop.statement.Statements.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatementsTest {

  @TempDir private Path folder;
  private Path file;
  private SigningKey key;

  @BeforeEach
  void makeKey() {
    file = folder.resolve("keys/signing.pem");
    SigningKey.make(file);
    key = SigningKey.read(file);
    Statements.write(folder, report("tree"), key);
  }

  @Test
  void whatIsSignedIsTheTreeTheArtifactsTheCountsAndTheChainHead() throws IOException {
    JsonNode statement = JsonMapper.shared().readTree(payload());
    assertThat(statement.at("/_type").asString()).isEqualTo("https://in-toto.io/Statement/v1");
    assertThat(statement.at("/subject/0/digest/gitTree").asString()).isEqualTo("tree");
    assertThat(statement.at("/subject/1/digest/sha256").asString()).isEqualTo("d1");
    assertThat(statement.at("/predicate/verdict").asString()).isEqualTo("proved");
    assertThat(statement.at("/predicate/tests/counts/proved").asInt()).isEqualTo(3);
    assertThat(statement.at("/predicate/chain_head").asString()).isEqualTo("head");
  }

  @Test
  void theKeyThatSignedIsNamedAndNoOther() {
    assertThat(check("tree", key.known())).isEqualTo(new Check.Signed(Envelope.id(key.known())));
    SigningKey.make(folder.resolve("other.pem"));
    PublicKey other = SigningKey.read(folder.resolve("other.pem")).known();
    assertThat(check("tree", other)).isEqualTo(new Check.Unknown(Envelope.id(key.known())));
  }

  @Test
  void anotherReportIsNotWhatWasSigned() {
    assertThat(check("other", key.known()))
        .isEqualTo(new Check.Wrong(Statements.FILE + ": does not say what the records give"));
  }

  @Test
  void aSignatureOverSomethingElseIsWrong() throws IOException {
    Envelope whole = Envelope.read(Files.readString(statement()));
    String other = Base64.getEncoder().encodeToString(key.sign(new byte[] {1}));
    String id = whole.signatures().getFirst().keyid();
    Files.writeString(
        statement(),
        new Envelope(whole.payloadType(), whole.payload(), List.of(new Envelope.Signed(id, other)))
            .text());
    assertThat(check("tree", key.known())).isInstanceOf(Check.Wrong.class);
  }

  @Test
  void anotherPayloadTypeIsNotWhatWasSigned() throws IOException {
    String text = Files.readString(statement());
    Files.writeString(statement(), text.replace(Envelope.IN_TOTO, "text/plain"));
    assertThat(check("tree", key.known())).isInstanceOf(Check.Wrong.class);
  }

  @Test
  void brokenFilesAreFindingsAndAMissingOneIsAbsent() throws IOException {
    Files.writeString(statement(), "{}");
    assertThat(check("tree", key.known())).isInstanceOf(Check.Wrong.class);
    Files.delete(statement());
    assertThat(check("tree", key.known())).isEqualTo(new Check.Absent());
  }

  @Test
  void aKeyThatOthersMayReadIsRefused() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> SigningKey.read(file))
        .isInstanceOf(StatementFailure.class)
        .hasMessageContaining("0600")
        .hasMessageContaining("rw-r-----");
    assertThatThrownBy(() -> SigningKey.make(file)).hasMessageContaining("never written over");
  }

  private Check check(String tree, PublicKey trusted) {
    return Statements.check(folder, report(tree), List.of(trusted));
  }

  private Path statement() {
    return folder.resolve(Statements.FILE);
  }

  private byte[] payload() throws IOException {
    return Envelope.read(Files.readString(statement())).bytes();
  }

  private static Report report(String tree) {
    return new Report(
        1,
        "R",
        "shop",
        "local",
        tree,
        "main",
        false,
        Instant.EPOCH,
        1,
        "proved",
        "proved",
        "3 of 3",
        0,
        "nothing",
        "3/3",
        new Report.Tests(3, 0, new Counts(3, 3, 0, 0, 0, 0, 0, 0)),
        Map.of("receipt", 3),
        Map.of("shop", "b1"),
        List.of(new Report.Service("shop", "b1", "d1", false, 1, "self", 1L, List.of())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        1,
        0,
        null,
        new Report.Head(9, "head"));
  }
}
