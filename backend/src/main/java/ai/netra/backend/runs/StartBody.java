package ai.netra.backend.runs;

import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Limits;
import ai.netra.contract.socket.ClientMessage;
import org.jspecify.annotations.Nullable;

/** The fields that start a run, read from a body over HTTP. */
final class StartBody {

  private StartBody() {}

  /**
   * Reads and checks them.
   *
   * @param agent the agent that the path names, or null: then the field does, or the supervisor
   * @param key the header's idempotency key, which is the same thing as the client's message id
   */
  static StartRun read(Fields fields, Limits limits, @Nullable String agent, @Nullable String key) {
    ClientMessage.Start sent = StartFields.read(fields, limits, agent == null);
    fields.check();
    return new StartRun(
        sent.content(),
        agent == null ? sent.agentType() : agent,
        sent.threadId(),
        null,
        sent.context(),
        sent.settings(),
        sent.references(),
        sent.metadata(),
        key == null ? sent.clientMessageId() : key);
  }
}
