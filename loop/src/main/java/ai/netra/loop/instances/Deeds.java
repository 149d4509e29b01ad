package ai.netra.loop.instances;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.gateway.Gateway;
import ai.netra.loop.gateway.Gateway.Own;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts on record what is done with instances. */
final class Deeds {

  private final Instances.Means means;

  Deeds(Instances.Means means) {
    this.means = means;
  }

  /** Begins what the test ordered; it is on record when it is done. */
  Deed begin(OwnInstance one, String action, String order) {
    return new Deed(one, action, order, true);
  }

  /** Begins what the loop does by itself. */
  Deed beginOwn(OwnInstance one, String action) {
    return new Deed(one, action, "", false);
  }

  /** An order that is not carried out, or whose answer is changed, by this fault mode. */
  void disturbed(Crew crew, String service, String action, String fault) {
    Own own = new Own(crew.key(), service, null, null);
    means
        .gateway()
        .process(
            new Gateway.Deed(own, action, "", "", null, fault, true, means.clock().instant(), 0));
  }

  /** One thing that is done with one instance. */
  final class Deed {

    private final OwnInstance one;
    private final String action;
    private final String order;
    private final boolean byTest;
    private final Instant started = means.clock().instant();
    private final long begun = means.nanoTime().getAsLong();

    private Deed(OwnInstance one, String action, String order, boolean byTest) {
      this.one = one;
      this.action = action;
      this.order = order.isEmpty() ? String.join(" ", one.instance().argv()) : order;
      this.byTest = byTest;
    }

    /** It is done and the instance lives on. */
    Reply done(Reply reply) {
      tell(reply.json(), null);
      return reply;
    }

    /** It is done and the instance's process has ended: what it wrote is told too. */
    Reply ended(int status, int exit, Map<String, Object> facts) {
      String output = one.instance().output();
      one.endIsTold();
      tell(output, exit);
      facts.put("status", exit);
      facts.put("output", output);
      facts.put("output_sha256", sha256(output));
      return new Reply(status, facts);
    }

    private void tell(String outcome, @Nullable Integer exit) {
      long micros = (means.nanoTime().getAsLong() - begun) / 1_000;
      means
          .gateway()
          .process(
              new Gateway.Deed(
                  one.door(), action, order, outcome, exit, null, byTest, started, micros));
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256, this one has not", e);
    }
  }
}
