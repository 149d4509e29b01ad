package ai.netra.backend.agents;

import ai.netra.backend.usage.DatasetAt;
import ai.netra.backend.usage.Profile;
import ai.netra.backend.usage.Usage;
import ai.netra.contract.report.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Data helper: what is missing, what each field unlocks, and how to send it. */
final class MissingData implements Agent<MissingData.Need, DataRequest> {

  private static final int ENOUGH_PERCENT = 80;

  private final ProfileTool profiles;
  private final GuideTexts texts;

  MissingData(Usage usage, GuideTexts texts) {
    this.profiles = new ProfileTool(usage);
    this.texts = texts;
  }

  /** What triage found, where it finished, else the data set to look at. */
  record Need(Optional<Profile> profile, Snapshot snapshot, DatasetAt dataset) {}

  @Override
  public AgentName name() {
    return AgentName.DATA_HELPER;
  }

  @Override
  public Prepared<Need> prepare(Finished finished) {
    return new Prepared.Ready<>(
        new Need(
            finished.triage().map(TriageResult::profile), finished.snapshot(), finished.dataset()));
  }

  @Override
  public DataRequest run(Need need, Work work) throws InterruptedException {
    work.think(
        "Looking for the fields that the rows of the data set %s lack, most needed first."
            .formatted(need.dataset().dataset()));
    Profile profile = need.profile().isPresent() ? need.profile().get() : profile(need, work);
    List<Ask> asks = asks(profile);
    List<String> fields = asks.stream().map(Ask::field).toList();
    work.think(
        fields.isEmpty()
            ? "Every field that the answer uses is there; only more rows and days would sharpen it."
            : "These fields would unlock more of the answer: " + String.join(", ", fields) + ".");
    return new DataRequest(
        asks, texts.howTos(), texts.csvHeader(), work.rowsRead(), work.toolCalls());
  }

  @Override
  public String summary(DataRequest result) {
    return result.asks().isEmpty()
        ? "No field is missing."
        : "Missing fields are named with what each unlocks.";
  }

  private Profile profile(Need need, Work work) throws InterruptedException {
    AskedText asked = AskedText.of(AskedWindow.read(null, ""));
    return profiles.call(work, need.dataset(), need.snapshot(), asked).profile();
  }

  private List<Ask> asks(Profile profile) {
    List<Ask> asks = new ArrayList<>();
    for (Ask ask : texts.asks()) {
      if (profile.rows() == 0 || !enough(with(profile, ask.field()), profile.rows())) {
        asks.add(ask);
      }
    }
    return asks;
  }

  private static boolean enough(long with, long rows) {
    return with * 100 >= rows * ENOUGH_PERCENT;
  }

  /** Required fields are in every row; the others are counted. */
  private static long with(Profile profile, String field) {
    return switch (field) {
      case "latency_ms" -> profile.latency();
      case "cost_usd" -> profile.priced();
      case "feature" -> profile.featured();
      case "prompt_hash" -> profile.hashed();
      case "customer" -> profile.customers();
      default -> profile.rows();
    };
  }
}
