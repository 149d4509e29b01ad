package ai.netra.backend.edge;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.identity.Standing;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Receipt;
import ai.netra.backend.service.Receipts;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import ai.netra.contract.plan.Plan;
import ai.netra.contract.plan.Plan.Rate;
import ai.netra.contract.socket.ClientMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what a socket received through reading, standing, right and rate to its action. */
final class Messages {

  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
  private static final int MINUTE_SECONDS = 60;

  private final MessageReader reader;
  private final MessageActions actions;
  private final Standing standing;
  private final Buckets buckets;
  private final Plan plan;
  private final int maxFrameBytes;

  Messages(
      MessageReader reader,
      MessageActions actions,
      Standing standing,
      Buckets buckets,
      Plan plan,
      int maxFrameBytes) {
    this.reader = reader;
    this.actions = actions;
    this.standing = standing;
    this.buckets = buckets;
    this.plan = plan;
    this.maxFrameBytes = maxFrameBytes;
  }

  void take(Socket socket, Incoming incoming) {
    switch (incoming) {
      case Incoming.Binary() ->
          bad(
              socket,
              new Refused(ErrorCode.UNSUPPORTED_DATA, "frame: text is expected, got binary"));
      case Incoming.TooLarge(int bytes) -> bad(socket, tooLarge(bytes));
      case Incoming.Text(String text) -> text(socket, text);
    }
  }

  private Refused tooLarge(int bytes) {
    return new Refused(
        ErrorCode.FRAME_TOO_LARGE,
        "frame: at most %d bytes, got %d".formatted(maxFrameBytes, bytes),
        Map.of("size", bytes, "limit", maxFrameBytes));
  }

  private void text(Socket socket, String text) {
    Map<String, Object> object;
    try {
      object = Json.object(text.getBytes(StandardCharsets.UTF_8), "frame");
    } catch (Refused e) {
      bad(socket, e);
      return;
    }
    socket.rules().goodFrame();
    Trace trace =
        socket
            .trace()
            .continued(object.get("traceparent") instanceof String parent ? parent : null);
    new Message(socket, object, trace).take();
  }

  private void bad(Socket socket, Refused refused) {
    long began = System.nanoTime();
    socket.refuse(refused, socket.trace().traceId(), null);
    SocketLog.message(
        socket.trace(), socket.caller().userId(), null, refused.code(), began, new Receipt());
    close(socket, socket.rules().badFrame());
  }

  private static void close(Socket socket, Optional<SocketRules.Verdict> verdict) {
    verdict.ifPresent(it -> socket.close(it.code(), it.reason()));
  }

  /** One message on its way; used once. */
  private final class Message {

    private final Socket socket;
    private final Map<String, Object> object;
    private final Trace trace;
    private final @Nullable String correlationId;
    private final long began = System.nanoTime();
    private final Receipt receipt = new Receipt();
    private @Nullable ErrorCode error;

    Message(Socket socket, Map<String, Object> object, Trace trace) {
      this.socket = socket;
      this.object = object;
      this.trace = trace;
      this.correlationId = Correlation.of(object);
    }

    void take() {
      try {
        ScopedValue.where(Receipts.CURRENT, receipt).call(this::act);
      } catch (Refused e) {
        refuse(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        fail(e);
      }
      Object type = object.get("type");
      SocketLog.message(
          trace,
          socket.caller().userId(),
          type instanceof String text ? Violation.cut(text) : null,
          error,
          began,
          receipt);
    }

    private boolean act() throws Exception {
      ClientMessage message = read();
      Caller caller = socket.caller();
      requireStanding(message, caller);
      takeRates(message, caller);
      socket.rules().withinRate();
      requireRight(message, caller);
      actions.act(
          new MessageActions.Order(
              socket, message, caller.inTrace(trace.traceId()), correlationId));
      return true;
    }

    private ClientMessage read() {
      try {
        return reader.read(object);
      } catch (Refused e) {
        takeMessage(socket.caller());
        throw e;
      }
    }

    private void requireStanding(ClientMessage message, Caller caller) {
      boolean excepted =
          message instanceof ClientMessage.Authenticate || message instanceof ClientMessage.Pong;
      if (!excepted && standing.of(caller) == Standing.Judgement.OUTDATED) {
        throw new Refused(
            ErrorCode.AUTH_TOKEN_REVOKED,
            "auth token: roles or permissions changed, a new one is expected");
      }
    }

    private static void requireRight(ClientMessage message, Caller caller) {
      boolean writes =
          switch (message) {
            case ClientMessage.Start _,
                ClientMessage.StopAgent _,
                ClientMessage.CreateThread _,
                ClientMessage.RenameThread _,
                ClientMessage.DeleteThread _ ->
                true;
            case ClientMessage.Resume _,
                ClientMessage.ResumeRun _,
                ClientMessage.Ping _,
                ClientMessage.Pong _,
                ClientMessage.Authenticate _,
                ClientMessage.SwitchThread _,
                ClientMessage.ListThreads _,
                ClientMessage.GetThreadHistory _,
                ClientMessage.GetAgentStatus _,
                ClientMessage.UserTyping _,
                ClientMessage.Unknown _ ->
                false;
          };
      if (writes && !caller.may("write")) {
        throw new Refused(
            ErrorCode.PERMISSION_DENIED,
            "permission: write is needed, the token lacks it",
            Map.of("needs", "write"));
      }
    }

    private void takeRates(ClientMessage message, Caller caller) {
      switch (message) {
        case ClientMessage.Pong _, ClientMessage.Authenticate _ -> {}
        case ClientMessage.Ping _ ->
            require("pings", socket.rules().pingRate(), 1, socket.rules().takePing());
        case ClientMessage.Start _ -> {
          takeMessage(caller);
          take(Buckets.Kind.RUN_STARTS, "run starts", plan.runStarts(), caller);
        }
        case ClientMessage.StopAgent _,
            ClientMessage.CreateThread _,
            ClientMessage.RenameThread _,
            ClientMessage.DeleteThread _,
            ClientMessage.Resume _,
            ClientMessage.ResumeRun _,
            ClientMessage.SwitchThread _,
            ClientMessage.ListThreads _,
            ClientMessage.GetThreadHistory _,
            ClientMessage.GetAgentStatus _,
            ClientMessage.UserTyping _,
            ClientMessage.Unknown _ ->
            takeMessage(caller);
      }
    }

    private void takeMessage(Caller caller) {
      take(Buckets.Kind.MESSAGES, "messages", plan.messages(), caller);
    }

    private void take(Buckets.Kind kind, String what, Rate rate, Caller caller) {
      require(what, rate, MINUTE_SECONDS, buckets.take(kind, caller.user().value() + "", rate));
    }

    private static void require(String what, Rate rate, int seconds, Buckets.Taken taken) {
      if (!taken.allowed()) {
        throw Rates.refused(what, rate, seconds, taken);
      }
    }

    private void refuse(Refused refused) {
      error = refused.code();
      socket.refuse(refused, trace.traceId(), correlationId);
      if (refused.code() == ErrorCode.RATE_LIMITED) {
        close(socket, socket.rules().overRate());
      }
    }

    private void fail(Exception e) {
      LOG.atError().addKeyValue("trace_id", trace.traceId()).setCause(e).log("message failed");
      error = ErrorCode.INTERNAL_ERROR;
      Refused refused =
          new Refused(
              ErrorCode.INTERNAL_ERROR,
              "the server failed on this message; its log has the trace " + trace.traceId());
      socket.refuse(refused, trace.traceId(), correlationId);
      socket.close(1011, "Internal error");
    }
  }
}
