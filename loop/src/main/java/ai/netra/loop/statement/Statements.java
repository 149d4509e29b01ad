package ai.netra.loop.statement;

import ai.netra.loop.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed in-toto statements (https://in-toto.io/Statement/v1) over finished runs. Everything in one
 * comes from the run's report, so it can be made again and compared byte by byte.
 */
public final class Statements {

  /** The file in the folder of a run. */
  public static final String FILE = "statement.dsse.json";

  private static final String TYPE = "https://in-toto.io/Statement/v1";
  private static final String PREDICATE = "urn:netra:run:1";
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private Statements() {}

  /** What a statement comes to. */
  public sealed interface Check {

    /** It says what the report says, and this key signed it. */
    record Signed(String keyId) implements Check {}

    /** There is none. */
    record Absent() implements Check {}

    /** It says what the report says; who signed it is not known here. */
    record Unknown(String keyId) implements Check {}

    /** It says something else, or is none. */
    record Wrong(String finding) implements Check {}
  }

  /**
   * Signs what a run came to, into its folder.
   *
   * @throws StatementFailure when the file cannot be written
   */
  public static void write(Path folder, Report report, SigningKey key) {
    Path file = folder.resolve(FILE);
    Path fresh = file.resolveSibling(FILE + ".new");
    try {
      Files.writeString(fresh, Envelope.of(payload(report), key).text());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StatementFailure(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * Checks the statement of a run against its report.
   *
   * @param keys the public keys that are trusted here
   */
  public static Check check(Path folder, Report report, List<PublicKey> keys) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return new Check.Absent();
    }
    try {
      Envelope envelope = Envelope.read(Files.readString(file));
      if (!Arrays.equals(envelope.bytes(), payload(report))) {
        return new Check.Wrong(FILE + ": does not say what the records give");
      }
      String named =
          envelope.signatures().isEmpty() ? "" : envelope.signatures().getFirst().keyid();
      return keys.stream()
          .filter(envelope::isSignedBy)
          .findFirst()
          .<Check>map(it -> new Check.Signed(Envelope.id(it)))
          .orElseGet(() -> unsigned(named, keys));
    } catch (StatementFailure e) {
      return new Check.Wrong(FILE + ": " + e.getMessage());
    } catch (IOException e) {
      return new Check.Wrong(FILE + ": cannot be read");
    }
  }

  /** A signature that claims a key that is trusted here, and is not its, was changed. */
  private static Check unsigned(String named, List<PublicKey> keys) {
    return keys.stream().anyMatch(it -> Envelope.id(it).equals(named))
        ? new Check.Wrong(FILE + ": its signature is not that of key " + named)
        : new Check.Unknown(named);
  }

  private static byte[] payload(Report report) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("_type", TYPE);
    statement.put("subject", subjects(report));
    statement.put("predicateType", PREDICATE);
    statement.put("predicate", predicate(report));
    return JSON.writeValueAsBytes(statement);
  }

  /** The tree, then the artifact of each service. */
  private static List<Map<String, Object>> subjects(Report report) {
    List<Map<String, Object>> subjects = new ArrayList<>();
    subjects.add(subject(report.project(), "gitTree", report.tree()));
    report.services().forEach(it -> subjects.add(subject(it.service(), "sha256", it.digest())));
    return subjects;
  }

  private static Map<String, Object> subject(String name, String algorithm, String digest) {
    Map<String, Object> subject = new LinkedHashMap<>();
    subject.put("name", name);
    subject.put("digest", Map.of(algorithm, digest));
    return subject;
  }

  private static Map<String, Object> predicate(Report report) {
    Map<String, Object> predicate = new LinkedHashMap<>();
    predicate.put("run", report.run());
    predicate.put("verdict", report.verdict());
    predicate.put("reason", report.reason());
    predicate.put("target", report.target());
    predicate.put("dirty", report.dirty());
    predicate.put("builds", report.builds());
    predicate.put("tests", report.tests());
    predicate.put("levels", report.levels());
    predicate.put("full_runs", report.runs().size());
    predicate.put("rounds", report.rounds());
    predicate.put("lines", report.journal().lines());
    predicate.put("chain_head", report.journal().hash());
    return predicate;
  }
}
