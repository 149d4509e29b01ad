package ai.netra.backend.agents;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.models.Catalogue;
import ai.netra.backend.models.Catalogues;
import ai.netra.backend.models.ModelEntry;
import ai.netra.backend.models.PriceRow;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Refused;
import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Extent;
import ai.netra.backend.usage.Profile;
import ai.netra.backend.usage.QueryFailed;
import ai.netra.backend.usage.Rows;
import ai.netra.backend.usage.Usage;
import ai.netra.backend.usage.UsageQueries;
import ai.netra.backend.usage.UsageWindow;
import ai.netra.contract.error.ErrorCode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes a tool outside a run, on the data as it is now. */
final class DirectTools {

  private static final int PRICE_DECIMALS = 6;

  private final Usage usage;
  private final Catalogues catalogues;
  private final Cubes cubes;
  private final Clock clock;
  private final Optimiser optimiser = new Optimiser(Strategy.ALL);

  DirectTools(Usage usage, Catalogues catalogues, Cubes cubes, Clock clock) {
    this.cubes = cubes;
    this.usage = usage;
    this.catalogues = catalogues;
    this.clock = clock;
  }

  /** What a tool gave: the same summary and facts as in a run, and the data behind them. */
  record Outcome(String summary, List<ai.netra.contract.report.Fact> facts, Object data) {}

  /** A call whose arguments are read, but not checked yet. */
  record Call(ToolSpec tool, ToolArguments rows, AdviceArguments advice, Fields given) {}

  /**
   * Reads a call; the caller checks the fields for what only the data can tell.
   *
   * @throws Refused VALIDATION_ERROR with all that breaks the schema of the tool
   */
  Call call(ToolSpec tool, Fields arguments) {
    tool.parameters().check(new Place(arguments, ""), arguments.all());
    arguments.check();
    return new Call(
        tool,
        ToolArguments.of(arguments),
        AdviceArguments.of(tool, arguments, catalogues.current()),
        arguments);
  }

  /**
   * Computes what was asked for.
   *
   * @throws Refused TOOL_FAILED when a query fails
   */
  Outcome execute(UserKey user, Call call) throws InterruptedException {
    if (call.tool().name().equals(ToolRegistry.LIST_MODELS)) {
      return models(call.rows());
    }
    DatasetAt at = usage.now(user, call.rows().dataset());
    try (UsageQueries queries = usage.open(at, catalogues.current().version())) {
      UsageWindow window = window(queries, at, call.rows());
      Scope scope = new Scope(queries, at, window, call.rows().filters());
      return computed(call, scope);
    } catch (QueryFailed e) {
      throw new Refused(
          ErrorCode.TOOL_FAILED,
          "tool %s: its query over the data set %s failed"
              .formatted(call.tool().name(), at.dataset()));
    }
  }

  private Outcome computed(Call call, Scope scope) throws InterruptedException {
    if (call.tool().name().equals(ToolRegistry.USAGE_ROWS)) {
      return rows(call, scope);
    }
    return AdviceTools.has(call.tool().name())
        ? advised(call, scope)
        : computed(call.tool(), call.rows(), scope);
  }

  /** A page of the rows themselves; no fact is made of them. */
  private Outcome rows(Call call, Scope scope) throws InterruptedException {
    var page =
        usage.records(scope.dataset(), catalogues.current().version(), scope.rows(), call.given());
    return new Outcome(page.data().size() + " rows of the window", List.of(), page);
  }

  private Outcome advised(Call call, Scope scope) throws InterruptedException {
    SceneReader reader = new SceneReader(cubes, catalogues.current(), clock.instant());
    Scene scene = reader.read(scope, call.advice().constraints(), call.advice().assumptions());
    FactBook book = new FactBook(scope.label(), 0);
    AdviceTools tools = new AdviceTools(optimiser, new AdviceScope(scope, scene), book);
    return outcome(tools.reply(call.tool().name(), call.advice()));
  }

  private static Outcome computed(ToolSpec tool, ToolArguments arguments, Scope scope)
      throws InterruptedException {
    FactBook book = new FactBook(scope.label(), 0);
    return switch (tool.name()) {
      case SummaryTool.NAME -> outcome(SummaryTool.reply(scope, book, null));
      case BreakdownTool.NAME -> outcome(BreakdownTool.reply(scope, arguments.by(), book, null));
      case SeriesTool.NAME -> outcome(SeriesTool.reply(scope, arguments.bucket(), book, null));
      case LatencyTool.NAME -> outcome(LatencyTool.reply(scope, book, null));
      case ErrorTool.NAME -> outcome(ErrorTool.reply(scope, book, null));
      case ProfileTool.NAME -> {
        Profile profile = scope.queries().profile(new Rows(scope.window().span(), scope.filters()));
        yield outcome(ProfileTool.told(book, scope.dataset(), scope.window(), profile, null));
      }
      default -> throw new IllegalArgumentException("tool " + tool.name() + ": not registered");
    };
  }

  private static Outcome outcome(Work.Reply<?> reply) {
    return new Outcome(reply.summary(), reply.facts(), reply.value());
  }

  /** As asked, else the window that an answer would take. */
  private UsageWindow window(UsageQueries queries, DatasetAt at, ToolArguments arguments)
      throws InterruptedException {
    UsageWindow asked = arguments.window();
    if (asked != null) {
      return asked;
    }
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    Instant first = usage.extent(at).map(Extent::first).orElse(today);
    Instant last = queries.lastBefore(today).orElse(today.minusMillis(1));
    return AskedWindow.read(null, "")
        .endingWith(
            LocalDate.ofInstant(last, ZoneOffset.UTC),
            LocalDate.ofInstant(first.isAfter(last) ? last : first, ZoneOffset.UTC));
  }

  private Outcome models(ToolArguments arguments) {
    Catalogue catalogue = catalogues.current();
    Instant now = clock.instant();
    List<Map<String, @Nullable Object>> models =
        catalogue.models().stream()
            .filter(
                model ->
                    arguments.provider() == null || model.provider().equals(arguments.provider()))
            .filter(
                model ->
                    arguments.capability() == null
                        || model.capabilities().contains(arguments.capability()))
            .map(model -> model(catalogue, model, now))
            .toList();
    String summary =
        "%d models of the catalogue %s, prices of %s%s"
            .formatted(
                models.size(),
                catalogue.version(),
                catalogue.date(),
                catalogue.confirmed() ? "" : ": check before use");
    return new Outcome(summary, List.of(), models);
  }

  private static Map<String, @Nullable Object> model(
      Catalogue catalogue, ModelEntry entry, Instant now) {
    Map<String, @Nullable Object> model = new LinkedHashMap<>();
    model.put("id", entry.id());
    model.put("provider", entry.provider());
    model.put("status", entry.status());
    model.put("context_window", entry.contextWindow());
    model.put("max_output", entry.maxOutput());
    model.put("capabilities", entry.capabilities());
    model.put("price", catalogue.price(entry.id(), now).map(DirectTools::price).orElse(null));
    return model;
  }

  private static Map<String, Object> price(PriceRow row) {
    Map<String, Object> price = new LinkedHashMap<>();
    price.put("input_usd_per_million", perMillion(row.input()));
    price.put("cached_input_usd_per_million", perMillion(row.cachedInput()));
    price.put("output_usd_per_million", perMillion(row.output()));
    price.put("valid_from", row.validFrom().toString().substring(0, 10));
    price.put("source", row.source());
    price.put("retrieved_at", row.retrievedAt());
    return price;
  }

  private static BigDecimal perMillion(long picoUsdPerToken) {
    return new ai.netra.backend.usage.Usd(BigDecimal.valueOf(picoUsdPerToken, PRICE_DECIMALS))
        .amount();
  }
}
