package ai.netra.loop.round;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.workspace.TreeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Compares files with what git calls them. */
final class BlobHash {

  private static final int SHA1_DIGITS = 40;

  private BlobHash() {}

  /** Whether the file is there with the content that the tree has under its path. */
  static boolean isOf(Path path, TreeFile file) {
    try {
      if (Files.isSymbolicLink(path)) {
        return hash(Files.readSymbolicLink(path).toString().getBytes(UTF_8), file)
            .equals(file.hash());
      }
      return Files.isRegularFile(path) && hash(Files.readAllBytes(path), file).equals(file.hash());
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be read", e);
    }
  }

  private static String hash(byte[] content, TreeFile file) {
    try {
      String algorithm = file.hash().length() == SHA1_DIGITS ? "SHA-1" : "SHA-256";
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(("blob " + content.length + "\0").getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1 and SHA-256, this one has not", e);
    }
  }
}
