package ai.netra.loop.receipts;

import java.nio.file.Path;
import java.util.Map;

/**
 * A service's log of JSON lines.
 *
 * @param service its name in the project's file, which its receipts get whatever they say
 * @param log the file that the started process writes, and no other
 * @param offset the byte to begin with
 * @param fields the service's own name of a member, or a JSON pointer to it, by the name in the
 *     contract of receipts; a member that is not named here has its own
 */
public record ReceiptSource(String service, Path log, long offset, Map<String, String> fields) {

  public ReceiptSource {
    fields = Map.copyOf(fields);
  }
}
