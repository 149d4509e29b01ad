package ai.netra.backend.agents;

import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Extent;
import ai.netra.backend.usage.Filters;
import ai.netra.backend.usage.Profile;
import ai.netra.backend.usage.Rows;
import ai.netra.backend.usage.Usage;
import ai.netra.backend.usage.UsageQueries;
import ai.netra.backend.usage.UsageWindow;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tool {@code usage_profile}: window, coverage, and the user's own names. */
final class ProfileTool {

  static final String NAME = "usage_profile";

  private static final Profile NO_ROWS = new Profile(0, 0, 0, 0, 0, 0, 0, 0, List.of());

  private final Usage usage;

  ProfileTool(Usage usage) {
    this.usage = usage;
  }

  /**
   * What came of it.
   *
   * @param rest the question without the words that the window and the names took
   */
  record Profiled(
      @Nullable UsageWindow window,
      Filters filters,
      Profile profile,
      List<String> warnings,
      Suppositions supposed,
      String rest) {}

  Profiled call(Work work, DatasetAt dataset, Snapshot snapshot, AskedText asked)
      throws InterruptedException {
    return work.tool(
        NAME,
        "Count what fields the rows of the window carry",
        Map.of("dataset", dataset.dataset()),
        call -> reply(work, dataset, snapshot, asked, call));
  }

  private Work.Reply<Profiled> reply(
      Work work, DatasetAt dataset, Snapshot snapshot, AskedText asked, String call)
      throws InterruptedException {
    Optional<Extent> extent = usage.extent(dataset);
    if (extent.isEmpty()) {
      return nothing(dataset, asked, List.of());
    }
    UsageQueries queries = usage.open(dataset, snapshot.catalogue());
    try (queries;
        Stopping _ = Stopping.of(work, queries)) {
      Optional<UsageWindow> window = window(queries, extent.get(), snapshot, asked);
      if (window.isEmpty()) {
        return nothing(
            dataset, asked, List.of("No whole UTC day before today has rows; today is not read."));
      }
      return profiled(work, queries, dataset, window.get(), asked, call);
    }
  }

  /** By the manifest alone, unless rows lie in the day of the run, which is not read. */
  private static Optional<UsageWindow> window(
      UsageQueries queries, Extent extent, Snapshot snapshot, AskedText asked)
      throws InterruptedException {
    Instant today = snapshot.asOf().truncatedTo(ChronoUnit.DAYS);
    Optional<Instant> last =
        extent.last().isBefore(today) ? Optional.of(extent.last()) : queries.lastBefore(today);
    LocalDate firstDay = LocalDate.ofInstant(extent.first(), ZoneOffset.UTC);
    return last.map(
        at -> asked.window().endingWith(LocalDate.ofInstant(at, ZoneOffset.UTC), firstDay));
  }

  private static Work.Reply<Profiled> profiled(
      Work work,
      UsageQueries queries,
      DatasetAt dataset,
      UsageWindow window,
      AskedText asked,
      String call)
      throws InterruptedException {
    Profile whole = queries.profile(new Rows(window.span(), Filters.NONE));
    Suppositions supposed = asked.suppositions(whole.names());
    NamesInText.Found names = NamesInText.find(supposed.rest(), whole.names());
    Filters filters = new Filters(names.filters());
    Profile profile =
        filters.values().isEmpty() ? whole : queries.profile(new Rows(window.span(), filters));
    List<String> warnings =
        names.doubles().stream()
            .map(name -> Markdown.code(name) + " names two things in the data; one was taken.")
            .toList();
    Work.Reply<Profile> told = told(work.facts(), dataset, window, profile, call);
    return new Work.Reply<>(
        new Profiled(window, filters, profile, warnings, supposed, names.rest()),
        told.summary(),
        told.facts(),
        profile.rows());
  }

  /** What a profile says, with its facts. */
  static Work.Reply<Profile> told(
      FactBook book,
      DatasetAt dataset,
      UsageWindow window,
      Profile profile,
      @Nullable String call) {
    String summary =
        "%s rows in %s from %s to %s"
            .formatted(
                new Quantity.Count(profile.rows()).render(),
                new Quantity.Days((long) window.days()).render(),
                window.from(),
                window.to());
    return new Work.Reply<>(
        profile, summary, facts(book, dataset, window, profile, call), profile.rows());
  }

  private static List<Fact> facts(
      FactBook book,
      DatasetAt dataset,
      UsageWindow window,
      Profile profile,
      @Nullable String call) {
    FactSource source =
        new FactSource.FromRows(
            NAME, Scope.parameters(dataset, window), profile.rows(), dataset.watermark(), call);
    return List.of(
        book.add("rows", new Quantity.Count(profile.rows()), source),
        book.add("window_days", new Quantity.Days((long) window.days()), source),
        book.add("coverage", new Quantity.Ratio(Sufficiency.of(profile).coverage()), source));
  }

  private static Work.Reply<Profiled> nothing(
      DatasetAt dataset, AskedText asked, List<String> warnings) {
    return new Work.Reply<>(
        new Profiled(
            null, Filters.NONE, NO_ROWS, warnings, Suppositions.none(asked.rest()), asked.rest()),
        "No whole day with rows in the data set " + dataset.dataset(),
        List.of(),
        0);
  }
}
