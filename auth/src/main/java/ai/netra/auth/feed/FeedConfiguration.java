package ai.netra.auth.feed;

import ai.netra.auth.keys.KeyChanges;
import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Jobs;
import ai.netra.auth.service.Lifecycle;
import ai.netra.auth.store.Store;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Endpoint;
import ai.netra.auth.web.Endpoints;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feed. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

  private static final int LIMIT = 500;
  private static final int WAIT_MILLIS = 20_000;
  private static final Duration TIDY_PAUSE = Duration.ofHours(1);

  @Bean
  FeedSignal feedSignal(Lifecycle lifecycle) {
    FeedSignal signal = new FeedSignal();
    lifecycle.onDrain(signal::close);
    return signal;
  }

  @Bean
  Feed feed(Clock clock, Ids ids, AuthSettings settings, FeedSignal signal) {
    return new Feed(clock, ids, settings.lifetimes().skew(), signal);
  }

  @Bean
  FeedReader feedReader(Store store, FeedSignal signal, Clock clock) {
    return new FeedReader(store, signal, clock);
  }

  @Bean
  KeyChanges keyChanges(Feed feed) {
    return transaction -> feed.append(transaction, FeedKind.KEYS_CHANGED, Feed.Subject.none());
  }

  @Bean
  Jobs.Job feedJob(Store store, FeedReader reader) {
    return new Jobs.Job("feed", TIDY_PAUSE, () -> store.change(reader::tidy));
  }

  @Bean
  Endpoints feedEndpoints(FeedReader reader) {
    return Endpoints.of(
        new Endpoint("GET /auth/feed", call -> Answer.ok(page(reader, call))),
        new Endpoint("GET /auth/feed/revocations", call -> Answer.ok(reader.snapshot())));
  }

  private static Object page(FeedReader reader, Call call) {
    long after = call.number("after", 0, 0, Long.MAX_VALUE);
    int limit = (int) call.number("limit", LIMIT, 1, LIMIT);
    Duration wait = Duration.ofMillis(call.number("wait_ms", WAIT_MILLIS, 0, WAIT_MILLIS));
    return reader.after(after, limit, wait);
  }
}
