package ai.netra.backend.runs;

import ai.netra.backend.agents.Pipeline;
import ai.netra.backend.events.Events;
import ai.netra.backend.reports.Reports;
import ai.netra.backend.service.Ids;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Repeating;
import ai.netra.backend.service.ServiceFacts;
import ai.netra.backend.service.WarmUp;
import ai.netra.backend.store.Store;
import ai.netra.backend.threads.ThreadLog;
import ai.netra.backend.threads.Threads;
import ai.netra.backend.usage.Usage;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The objects of runs. */
@Configuration(proxyBeanMethods = false)
class RunsConfiguration {

  private static final Duration BEAT = Duration.ofMillis(250);

  @Bean
  RunSettings runSettings(Limits limits, ServiceFacts facts) {
    int cores = Runtime.getRuntime().availableProcessors();
    return RunSettings.of(limits, cores, facts.build().revision());
  }

  @Bean
  Deadlines runDeadlines() {
    return new Deadlines();
  }

  @Bean
  RunParts runParts(
      Store store,
      Events events,
      Pipeline pipeline,
      ThreadLog threads,
      Reports reports,
      RunSettings settings,
      Deadlines deadlines,
      Ids ids,
      Clock clock) {
    return new RunParts(
        store,
        events,
        pipeline,
        new Leases(store, ids.next("node_"), settings),
        new RunEnds(events, threads, reports, clock),
        settings,
        deadlines,
        new Semaphore(settings.computing(), true),
        clock,
        System::nanoTime);
  }

  @Bean
  RunNode runNode(RunParts parts) {
    RunSettings settings = parts.settings();
    return new RunNode(
        parts,
        new RunQueue(settings.perUser(), settings.perNode()),
        new Heartbeats(parts.store(), parts.events(), settings, parts.nanos()));
  }

  @Bean
  RunViews runViews(RunSettings settings) {
    return new RunViews(settings.perUser());
  }

  @Bean
  References references(Usage usage, Reports reports) {
    return new References(usage::hasImport, reports::has);
  }

  @Bean
  RunStarts runStarts(
      RunParts parts, ThreadLog threads, References references, RunViews views, Ids ids) {
    return new RunStarts(parts, threads, references, views, ids);
  }

  @Bean
  JdbcRuns runs(RunParts parts, ThreadLog threads, RunStarts starts, RunViews views, RunNode node) {
    return new JdbcRuns(parts, threads, starts, views, node);
  }

  /** What a former process left is taken up before the service is ready. */
  @Bean
  WarmUp runRecovery(RunNode node) {
    return node::start;
  }

  @Bean
  Repeating runRenewal(RunNode node, RunSettings settings) {
    return Repeating.every(settings.renewal(), "run-renewal", node::renew);
  }

  @Bean
  Repeating runClaims(RunNode node, RunSettings settings) {
    return Repeating.every(settings.renewal(), "run-claims", node::claim);
  }

  @Bean
  Repeating runHeartbeats(RunNode node) {
    return Repeating.every(BEAT, "run-heartbeats", node::beat);
  }

  @Bean
  RunController runController(Runs runs, Events events, Limits limits) {
    return new RunController(runs, events, limits);
  }

  @Bean
  FactRowsController factRowsController(Store store, Pipeline pipeline, Usage usage) {
    return new FactRowsController(store, pipeline, usage);
  }

  @Bean
  AgentRunController agentRunController(Runs runs, Limits limits) {
    return new AgentRunController(runs, limits);
  }

  @Bean
  ChatController chatController(Runs runs, Threads threads, Limits limits) {
    return new ChatController(runs, threads, limits);
  }
}
