package ai.netra.loop.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A DSSE envelope (https://github.com/secure-systems-lab/dsse, version 1.0.2): a payload and who
 * signed it.
 *
 * @param payload in Base64
 */
record Envelope(String payloadType, String payload, List<Signed> signatures) {

  /** The media type of an in-toto statement. */
  static final String IN_TOTO = "application/vnd.in-toto+json";

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * A signature.
   *
   * @param keyid SHA-256 of the public key's DER, in hex: a hint, never trusted
   * @param sig in Base64
   */
  record Signed(String keyid, String sig) {}

  Envelope {
    signatures = List.copyOf(signatures);
  }

  /** Puts a statement into an envelope. */
  static Envelope of(byte[] payload, SigningKey key) {
    byte[] signature = key.sign(encoded(IN_TOTO, payload));
    Signed signed = new Signed(id(key.known()), Base64.getEncoder().encodeToString(signature));
    return new Envelope(IN_TOTO, Base64.getEncoder().encodeToString(payload), List.of(signed));
  }

  /**
   * Reads one.
   *
   * @throws StatementFailure when the text is no envelope
   */
  static Envelope read(String text) {
    try {
      Envelope envelope = JSON.readValue(text, Envelope.class);
      Base64.getDecoder().decode(envelope.payload);
      envelope.signatures.forEach(it -> Base64.getDecoder().decode(it.sig()));
      return envelope;
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new StatementFailure("must be a DSSE envelope: " + e.getMessage(), e);
    }
  }

  String text() {
    return JSON.writeValueAsString(this) + "\n";
  }

  byte[] bytes() {
    return Base64.getDecoder().decode(payload);
  }

  /** Whether this key signed it as an in-toto statement. */
  boolean isSignedBy(PublicKey key) {
    byte[] signed = encoded(payloadType, bytes());
    return payloadType.equals(IN_TOTO)
        && signatures.stream()
            .anyMatch(it -> SigningKey.signed(key, signed, Base64.getDecoder().decode(it.sig())));
  }

  /** The pre-authentication encoding: what a signature is over. */
  private static byte[] encoded(String type, byte[] payload) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int typeLength = type.getBytes(UTF_8).length;
    String head = "DSSEv1 %d %s %d ".formatted(typeLength, type, payload.length);
    bytes.writeBytes(head.getBytes(UTF_8));
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }

  /** Names a key. */
  static String id(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256, this one has not", e);
    }
  }
}
