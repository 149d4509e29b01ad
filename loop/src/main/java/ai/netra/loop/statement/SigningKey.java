package ai.netra.loop.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * An Ed25519 key pair in two PEM files: the private half as PKCS #8, readable by its owner alone,
 * the public one beside it with {@code .pub} behind its name. {@code openssl genpkey -algorithm
 * ed25519} makes such files.
 */
public final class SigningKey {

  /** The variable that names the file of the private half. */
  public static final String VARIABLE = "NETRA_SIGNING_KEY";

  private static final String ALGORITHM = "Ed25519";
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final PrivateKey secret;
  private final PublicKey known;

  private SigningKey(PrivateKey secret, PublicKey known) {
    this.secret = secret;
    this.known = known;
  }

  /** Where the private half is looked for. */
  public static Path file(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isBlank()) {
      return Path.of(named);
    }
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path folder = config.startsWith("/") ? Path.of(config) : Path.of(home, ".config");
    return folder.resolve("netra").resolve("signing-key.pem");
  }

  /**
   * Reads both halves.
   *
   * @throws StatementFailure when a file is missing, others may read the private half, or it holds
   *     no Ed25519 key
   */
  public static SigningKey read(Path file) {
    refuseOpen(file);
    try {
      KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
      return new SigningKey(
          factory.generatePrivate(new PKCS8EncodedKeySpec(pem(file))), known(publicHalf(file)));
    } catch (GeneralSecurityException e) {
      throw new StatementFailure(file + ": must hold an Ed25519 private key as PKCS #8", e);
    }
  }

  /**
   * Reads a public half.
   *
   * @throws StatementFailure when the file cannot be read or holds no such key
   */
  public static PublicKey known(Path file) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(pem(file)));
    } catch (GeneralSecurityException e) {
      throw new StatementFailure(file + ": must hold an Ed25519 public key", e);
    }
  }

  /** The file of the public half. */
  public static Path publicHalf(Path file) {
    return file.resolveSibling(file.getFileName() + ".pub");
  }

  /**
   * Makes a pair where there is none.
   *
   * @throws StatementFailure when the file exists or cannot be written
   */
  public static void make(Path file) {
    if (Files.exists(file)) {
      throw new StatementFailure(file + ": exists, and a key is never written over");
    }
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS));
      Files.writeString(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      Files.writeString(publicHalf(file), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519, this one has not", e);
    } catch (IOException e) {
      throw new StatementFailure(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** The public half. */
  public PublicKey known() {
    return known;
  }

  /** Signs bytes. */
  byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new StatementFailure("the signing key does not sign: " + e.getMessage(), e);
    }
  }

  /** Whether a signature over these bytes is that of a key. */
  static boolean signed(PublicKey key, byte[] bytes, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static void refuseOpen(Path file) {
    try {
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      Set<PosixFilePermission> granted = view.readAttributes().permissions();
      if (!OWNERS.containsAll(granted)) {
        throw new StatementFailure(
            "%s: must be readable by its owner alone (0600), its mode is %s"
                .formatted(file, PosixFilePermissions.toString(granted)));
      }
    } catch (IOException e) {
      throw new StatementFailure(
          file + ": there is no signing key; 'netra gate --make-key' makes one", e);
    }
  }

  private static byte[] pem(Path file) {
    try {
      String text = Files.readString(file);
      String body = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return Base64.getDecoder().decode(body);
    } catch (IOException e) {
      throw new StatementFailure(file + ": cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw new StatementFailure(file + ": must be PEM", e);
    }
  }

  private static String pem(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, body, label);
  }
}
