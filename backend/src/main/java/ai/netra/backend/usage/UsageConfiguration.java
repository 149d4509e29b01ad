package ai.netra.backend.usage;

import ai.netra.backend.events.Events;
import ai.netra.backend.service.Folders;
import ai.netra.backend.service.Ids;
import ai.netra.backend.store.Store;
import ai.netra.contract.plan.Plan;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The objects of usage data. */
@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

  @Bean
  UsageSettings usageSettings(Folders folders) {
    UsageSettings settings =
        new UsageSettings(
            folders.data(), folders.temporary(), Runtime.getRuntime().availableProcessors());
    settings.prepare();
    return settings;
  }

  @Bean
  UsageAllowance usageAllowance(Plan defaultPlan) {
    return new UsageAllowance(defaultPlan);
  }

  @Bean
  Blobs blobs(UsageSettings settings) {
    return new Blobs(settings.blobs());
  }

  @Bean
  Analytics analytics(UsageSettings settings) {
    return new Analytics(settings.threads(), settings.temporary());
  }

  @Bean
  SnapshotDatabases snapshotDatabases(Analytics analytics, Pricing pricing) {
    return new SnapshotDatabases(analytics, pricing);
  }

  @Bean
  JdbcUsage usage(
      Store store, Blobs blobs, Analytics analytics, SnapshotDatabases snapshotDatabases) {
    return new JdbcUsage(store, blobs, analytics, snapshotDatabases);
  }

  @Bean
  SegmentWriter segmentWriter(Analytics analytics, Blobs blobs, UsageSettings settings, Ids ids) {
    return new SegmentWriter(analytics, blobs, settings.staging(), ids);
  }

  @Bean
  ImportQueue importQueue(
      Store store,
      Events events,
      SegmentWriter writer,
      UsageAllowance allowance,
      UsageSettings settings,
      Clock clock) {
    ImportWork work = new ImportWork(store, events, writer, allowance, settings, clock);
    return new ImportQueue(settings.threads(), work::run);
  }

  @Bean(initMethod = "resume")
  Imports imports(
      Store store,
      ImportQueue queue,
      SegmentWriter writer,
      UsageAllowance allowance,
      UsageSettings settings,
      Ids ids,
      Clock clock) {
    return new Imports(store, queue::add, writer, allowance, settings, ids, clock);
  }

  @Bean(initMethod = "start")
  BlobSweep blobSweep(Store store, Blobs blobs, Clock clock) {
    return new BlobSweep(store, blobs, clock);
  }

  @Bean
  UsageController usageController(JdbcUsage usage, Pricing pricing, Store store, Imports imports) {
    return new UsageController(
        usage, new Summaries(usage, pricing), pricing, new Datasets(store), imports);
  }

  @Bean
  ImportController importController(
      Imports imports, UsageSettings settings, UsageAllowance allowance, Ids ids) {
    return new ImportController(imports, new Uploads(settings, allowance, ids));
  }
}
