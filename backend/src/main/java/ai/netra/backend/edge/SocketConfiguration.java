package ai.netra.backend.edge;

import ai.netra.backend.events.Events;
import ai.netra.backend.identity.Standing;
import ai.netra.backend.runs.Runs;
import ai.netra.backend.service.HealthReport;
import ai.netra.backend.service.Ids;
import ai.netra.backend.service.Lifecycle;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.ServiceFacts;
import ai.netra.backend.threads.Threads;
import ai.netra.contract.legacy.Legacy;
import ai.netra.contract.plan.Plan;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The beans of the socket. */
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

  @Bean(destroyMethod = "close")
  Sockets sockets(Limits limits, Standing standing, Clock clock) {
    return new Sockets(limits.maxSockets(), standing, clock);
  }

  @Bean
  Frames frames(Clock clock) {
    return new Frames(clock);
  }

  @Bean
  ActionParts actionParts(
      Threads threads,
      Runs runs,
      Events events,
      Credentials credentials,
      Sockets sockets,
      Frames frames,
      Lifecycle lifecycle,
      Limits limits,
      Clock clock) {
    return new ActionParts(
        threads, runs, events, credentials, sockets, frames, lifecycle, limits, clock);
  }

  @Bean
  MessageActions messageActions(ActionParts parts) {
    return new MessageActions(parts);
  }

  @Bean
  StreamController streamController(
      ActionParts parts, Standing standing, ExecutorService requestThreads) {
    return new StreamController(
        new Streams(parts, standing, requestThreads), parts.runs(), parts.events(), parts.limits());
  }

  @Bean
  Messages messages(
      Legacy legacy,
      MessageActions actions,
      Standing standing,
      Buckets buckets,
      Plan plan,
      Limits limits) {
    return new Messages(
        new MessageReader(new MessageNames(legacy), limits),
        actions,
        standing,
        buckets,
        plan,
        limits.maxFrameBytes());
  }

  @Bean
  SocketParts socketParts(
      Sockets sockets,
      Events events,
      Messages messages,
      Frames frames,
      Limits limits,
      Ids ids,
      ExecutorService requestThreads) {
    return new SocketParts(
        sockets,
        events,
        messages,
        frames,
        new LegacyFrames(),
        new SocketClock(limits),
        limits,
        ids,
        requestThreads);
  }

  @Bean
  Welcomes welcomes(
      SocketParts parts,
      Runs runs,
      MessageActions actions,
      ServiceFacts facts,
      Plan plan,
      Clock clock) {
    return new Welcomes(parts, runs, actions, facts, plan, clock);
  }

  @Bean
  Handshake handshake(
      Admission admission,
      Credentials credentials,
      Buckets buckets,
      StandardHeaders origins,
      Sockets sockets,
      Limits limits) {
    return new Handshake(admission, credentials, buckets, origins, sockets, limits);
  }

  @Bean
  UpgradeParts upgradeParts(
      Handshake handshake,
      ClientAddress addresses,
      GuardParts guard,
      Welcomes welcomes,
      Limits limits,
      ExecutorService requestThreads) {
    return new UpgradeParts(handshake, addresses, guard, welcomes, limits, requestThreads);
  }

  @Bean
  Drain drain(Lifecycle lifecycle, Sockets sockets, Runs runs) {
    return new Drain(lifecycle, sockets, runs);
  }

  @Bean
  SocketController socketController(
      Limits limits, HealthReport health, Sockets sockets, JsonMapper mapper) {
    return new SocketController(limits, health, sockets, mapper);
  }
}
