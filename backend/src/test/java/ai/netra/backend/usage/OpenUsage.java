package ai.netra.backend.usage;

import ai.netra.backend.store.Store;
import java.nio.file.Path;

/** Usage data in a folder, for the tests of other rooms. */
public final class OpenUsage implements AutoCloseable {

  private final Analytics analytics;
  private final JdbcUsage usage;

  private OpenUsage(Analytics analytics, JdbcUsage usage) {
    this.analytics = analytics;
    this.usage = usage;
  }

  public static OpenUsage in(Path folder, Store store, Pricing pricing) {
    Analytics analytics = new Analytics(2, folder.resolve("tmp"));
    Blobs blobs = new Blobs(folder.resolve("blobs"));
    return new OpenUsage(analytics, new JdbcUsage(store, blobs, analytics, pricing));
  }

  public Usage usage() {
    return usage;
  }

  @Override
  public void close() {
    analytics.close();
  }
}
