package ai.netra.backend.agents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Scores a question against the words and phrases of {@code lexicon.json}. */
final class Lexicon {

  private static final String FILE = "lexicon.json";
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

  private final Map<Intent, List<Term>> terms = new EnumMap<>(Intent.class);

  Lexicon() {
    read()
        .forEach(
            (intent, weights) -> {
              List<Term> list = new ArrayList<>();
              weights.forEach((text, weight) -> list.add(new Term(text, weight)));
              terms.put(Intent.valueOf(intent.toUpperCase(Locale.ROOT)), list);
            });
  }

  /** What the normalised text asks for. */
  Reading read(String text) {
    Intent direct = direct(text);
    if (direct != null) {
      return new Reading(direct, List.of(), BigDecimal.ONE, List.of(text.split(" ", 2)[0]));
    }
    List<Scored> scored =
        terms.entrySet().stream()
            .map(entry -> score(entry.getKey(), entry.getValue(), text))
            .filter(score -> score.points() > 0)
            .sorted(Comparator.comparingInt(Scored::points).reversed())
            .toList();
    if (scored.isEmpty()) {
      return new Reading(Intent.HELP, List.of(), BigDecimal.ZERO, List.of());
    }
    int first = scored.getFirst().points();
    int second = scored.size() > 1 ? scored.get(1).points() : 0;
    BigDecimal confidence =
        BigDecimal.valueOf(first).divide(BigDecimal.valueOf(first + second + 1L), TWO_DIGITS);
    List<Intent> others = scored.stream().skip(1).map(Scored::intent).toList();
    return new Reading(scored.getFirst().intent(), others, confidence, scored.getFirst().heard());
  }

  private static @org.jspecify.annotations.Nullable Intent direct(String text) {
    return switch (text.split(" ", 2)[0]) {
      case "/savings", "/cache" -> Intent.OPTIMISE;
      case "/models" -> Intent.PRICES;
      case "/status" -> Intent.MONITOR;
      case "/export" -> Intent.ANALYSE;
      case "/help" -> Intent.HELP;
      default -> null;
    };
  }

  private static Scored score(Intent intent, List<Term> terms, String text) {
    List<Term> heard = terms.stream().filter(term -> term.in(text)).toList();
    int points = heard.stream().mapToInt(Term::weight).sum();
    return new Scored(intent, points, heard.stream().map(Term::text).toList());
  }

  private static Map<String, Map<String, Integer>> read() {
    try (InputStream stream = Lexicon.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return JsonMapper.shared().readValue(stream, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An intent with what spoke for it.
   *
   * @param heard the words and phrases that scored
   */
  record Reading(Intent intent, List<Intent> others, BigDecimal confidence, List<String> heard) {}

  private record Scored(Intent intent, int points, List<String> heard) {}

  private record Term(String text, int weight, Pattern pattern) {
    Term(String text, int weight) {
      this(
          text,
          weight,
          Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}])"));
    }

    boolean in(String question) {
      return pattern.matcher(question).find();
    }
  }
}
