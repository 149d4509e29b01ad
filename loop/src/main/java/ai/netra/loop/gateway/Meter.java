package ai.netra.loop.gateway;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and hashes what passes, and keeps the first bytes of it. For one thread at a time. */
final class Meter implements Wire.Tap {

  private final MessageDigest digest = Digests.sha256();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
  private final int limit;
  private long bytes;

  /** A meter that keeps up to so many bytes. */
  Meter(int limit) {
    this.limit = limit;
  }

  @Override
  public void bytes(byte[] buffer, int from, int length) {
    digest.update(buffer, from, length);
    int room = Math.max(0, limit - kept.size());
    kept.write(buffer, from, Math.min(room, length));
    bytes += length;
  }

  long count() {
    return bytes;
  }

  byte[] kept() {
    return kept.toByteArray();
  }

  /** The hash of everything that passed; to be asked once, at the end. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
