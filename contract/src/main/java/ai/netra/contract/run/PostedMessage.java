package ai.netra.contract.run;

import ai.netra.contract.thread.MessageView;
import org.jspecify.annotations.Nullable;

/** A message that was posted, and the run it started, if one. */
public record PostedMessage(MessageView message, @Nullable RunView run) {}
