package ai.netra.backend.edge;

import ai.netra.backend.events.Cause;
import ai.netra.backend.events.Events;
import ai.netra.backend.events.StoredEvent;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.runs.Runs;
import ai.netra.backend.runs.StartFields;
import ai.netra.backend.runs.StartOutcome;
import ai.netra.backend.runs.StopOutcome;
import ai.netra.backend.service.Lifecycle;
import ai.netra.backend.service.Refused;
import ai.netra.backend.service.ServiceState;
import ai.netra.backend.service.Times;
import ai.netra.backend.threads.Threads;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.list.Page;
import ai.netra.contract.run.ActiveRun;
import ai.netra.contract.socket.ClientMessage;
import ai.netra.contract.socket.ServerFrame;
import ai.netra.contract.thread.MessageView;
import ai.netra.contract.thread.ThreadView;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what a client's message asks; the one switch over them. */
final class MessageActions {

  private static final int RUN_BATCH = 200;

  /** A message that passed every check. */
  record Order(
      Socket socket, ClientMessage message, Caller caller, @Nullable String correlationId) {

    Cause cause() {
      return new Cause(caller, correlationId);
    }

    void reply(ServerFrame frame) {
      socket.reply(frame, correlationId);
    }
  }

  private final ActionParts parts;
  private final Threads threads;
  private final Runs runs;
  private final Events events;
  private final Credentials credentials;
  private final Sockets sockets;
  private final Frames frames;
  private final Lifecycle lifecycle;
  private final Clock clock;

  MessageActions(ActionParts parts) {
    this.parts = parts;
    this.threads = parts.threads();
    this.runs = parts.runs();
    this.events = parts.events();
    this.credentials = parts.credentials();
    this.sockets = parts.sockets();
    this.frames = parts.frames();
    this.lifecycle = parts.lifecycle();
    this.clock = parts.clock();
  }

  void act(Order order) throws InterruptedException {
    switch (order.message()) {
      case ClientMessage.Start start -> start(order, start);
      case ClientMessage.StopAgent stop -> stop(order, stop);
      case ClientMessage.Resume(String cursor) -> resume(order, cursor);
      case ClientMessage.ResumeRun resume -> resumeRun(order, resume);
      case ClientMessage.Ping(Object timestamp) ->
          order.reply(new ServerFrame.Pong(Times.text(clock.instant()), timestamp));
      case ClientMessage.Pong() -> {}
      case ClientMessage.Authenticate(String token) -> authenticate(order, token);
      case ClientMessage.CreateThread create ->
          threads.create(
              order.cause(),
              new Threads.NewThread(create.threadId(), create.title(), create.metadata()));
      case ClientMessage.SwitchThread change -> switchThread(order, change);
      case ClientMessage.RenameThread(String threadId, String title) ->
          threads.change(order.cause(), threadId, new Threads.ThreadChange(title, null));
      case ClientMessage.DeleteThread(String threadId) ->
          threads.delete(order.cause(), threadId, false);
      case ClientMessage.ListThreads list -> listThreads(order, list);
      case ClientMessage.GetThreadHistory history -> history(order, history);
      case ClientMessage.GetAgentStatus(String runId) ->
          order.reply(new ServerFrame.AgentStatus(status(order, runId)));
      case ClientMessage.UserTyping(String threadId, boolean active) ->
          typing(order, threadId, active);
      case ClientMessage.Unknown(Object type, String hint) ->
          order.reply(new ServerFrame.Ack(type, "unknown_type", null, hint));
    }
  }

  private void start(Order order, ClientMessage.Start start) {
    if (!(lifecycle.state() instanceof ServiceState.Ready)) {
      throw new Refused(ErrorCode.SERVICE_DRAINING, "service: it shuts down, nothing is started");
    }
    Socket socket = order.socket();
    StartOutcome outcome = runs.start(order.cause(), StartFields.request(start, socket.threadId()));
    String threadId = outcome.run().head().threadId();
    if (socket.threadId() == null && start.threadId() == null) {
      socket.switchTo(threadId);
    }
    if (outcome instanceof StartOutcome.Duplicate duplicate) {
      socket.send(
          frames.reply(
              duplicate.received().type(),
              duplicate.received(),
              threadId,
              duplicate.run().head().id(),
              order.correlationId()));
    }
  }

  private void stop(Order order, ClientMessage.StopAgent stop) {
    StopOutcome outcome =
        runs.stop(
            order.cause(), new Runs.StopRequest(stop.runId(), stop.threadId(), stop.reason()));
    switch (outcome) {
      case StopOutcome.AlreadyFinished(List<String> runIds) ->
          order.reply(new ServerFrame.Ack("stop_agent", "already_finished", runIds, null));
      case StopOutcome.Stopping(List<String> runIds, Runnable proceed) -> {
        order.reply(new ServerFrame.Ack("stop_agent", "stopping", runIds, null));
        proceed.run();
      }
    }
  }

  private void authenticate(Order order, String token) {
    Socket socket = order.socket();
    Caller before = socket.caller();
    Caller renewed = credentials.ofToken(token, before.clientAddress(), socket.trace().traceId());
    if (!renewed.user().equals(before.user())) {
      socket.refuse(
          new Refused(
              ErrorCode.AUTH_INVALID_TOKEN, "auth token: it is another user's than the socket's"),
          socket.trace().traceId(),
          order.correlationId());
      socket.close(1008, "Auth failed: invalid token");
      return;
    }
    socket.renewed(renewed);
    order.reply(new ServerFrame.TokenRenewed("token_renewed", Times.text(renewed.expiresAt())));
  }

  private void resume(Order order, String cursor) throws InterruptedException {
    resume(order.socket(), order.caller(), cursor, order.correlationId());
  }

  /** Replays what followed a cursor; one that names no place leaves the socket live. */
  void resume(Socket socket, Caller caller, String cursor, @Nullable String correlationId)
      throws InterruptedException {
    Optional<Long> place = events.place(caller.user(), cursor);
    if (place.isEmpty()) {
      throw invalidCursor();
    }
    Events.Replay replay = events.replay(caller.user(), place.get());
    socket
        .pump()
        .replay(
            replay.from(),
            (replayed, end) ->
                socket.reply(
                    new ServerFrame.Resumed(
                        replayed,
                        events.cursor(caller.user(), end),
                        replay.gap(),
                        replay.missingRuns(),
                        runs.unfinished(caller.user())),
                    correlationId));
  }

  static Refused invalidCursor() {
    return new Refused(
        ErrorCode.INVALID_CURSOR, "cursor: a place in your own stream is expected, got none");
  }

  private void resumeRun(Order order, ClientMessage.ResumeRun resume) throws InterruptedException {
    Runs.RunEvents first =
        runs.events(order.caller().user(), resume.runId(), resume.afterSeq(), RUN_BATCH);
    order.socket().pump().paused(place -> replayRun(order, resume, first, place));
  }

  private void replayRun(
      Order order, ClientMessage.ResumeRun resume, Runs.RunEvents first, long place)
      throws InterruptedException {
    Socket socket = order.socket();
    Runs.RunEvents page = first;
    int replayed = 0;
    while (true) {
      for (StoredEvent event : page.events()) {
        if (event.userSeq() <= place && socket.awaitRoom()) {
          socket.stored(event);
          replayed++;
        }
      }
      if (!page.hasMore() || page.events().isEmpty()) {
        break;
      }
      Long last = page.events().getLast().seq();
      page = runs.events(order.caller().user(), resume.runId(), last == null ? 0 : last, RUN_BATCH);
    }
    order.reply(
        new ServerFrame.Resumed(
            replayed,
            events.cursor(order.caller().user(), place),
            false,
            List.of(),
            runs.unfinished(order.caller().user())));
  }

  private void switchThread(Order order, ClientMessage.SwitchThread change) {
    ThreadView thread = threads.get(order.caller().user(), change.threadId());
    Page<MessageView> page = messages(order, change.threadId(), change.limit(), null);
    List<ActiveRun> active =
        runs.unfinished(order.caller().user()).stream()
            .filter(run -> run.threadId().equals(change.threadId()))
            .toList();
    String from = order.socket().threadId();
    order.socket().switchTo(change.threadId());
    order.reply(
        new ServerFrame.ThreadSwitched(
            thread, from, page.data().reversed(), page.hasMore(), page.nextPageToken(), active));
  }

  private void history(Order order, ClientMessage.GetThreadHistory history) {
    threads.get(order.caller().user(), history.threadId());
    Page<MessageView> page =
        messages(order, history.threadId(), history.limit(), history.pageToken());
    order.reply(
        new ServerFrame.ThreadHistory(
            history.threadId(), page.data().reversed(), page.hasMore(), page.nextPageToken()));
  }

  /** The newest messages first, since a page shows the end of a thread. */
  private Page<MessageView> messages(
      Order order, String threadId, int limit, @Nullable String pageToken) {
    return threads.messages(
        order.caller().user(),
        new Threads.MessageQuery(threadId, false, parts.room(limit), pageToken));
  }

  private void listThreads(Order order, ClientMessage.ListThreads list) {
    Page<ThreadView> page =
        threads.list(
            order.caller().user(),
            new Threads.ThreadQuery(
                list.text(), "active", parts.room(list.limit()), list.pageToken()));
    order.reply(new ServerFrame.ThreadList(page.data(), page.hasMore(), page.nextPageToken()));
  }

  private List<ActiveRun> status(Order order, @Nullable String runId) {
    return runId == null
        ? runs.unfinished(order.caller().user())
        : List.of(runs.status(order.caller().user(), runId));
  }

  private void typing(Order order, String threadId, boolean active) {
    threads.get(order.caller().user(), threadId);
    ServerFrame.UserTyping data = new ServerFrame.UserTyping(threadId, active);
    byte[] frame = frames.reply(data.type(), data, threadId, null, null);
    sockets.of(order.caller().user()).stream()
        .filter(socket -> !socket.id().equals(order.socket().id()))
        .forEach(socket -> socket.send(frame));
  }
}
