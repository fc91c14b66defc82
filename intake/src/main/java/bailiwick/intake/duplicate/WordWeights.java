package bailiwick.intake.duplicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much a word of a name tells: a rare one much, {@code group} little. Immutable after making;
 * thread-safe.
 *
 * <p>A word's weight is {@code ln(1 + (N + 1000) / (n + prior))}: N names, n of them with the word.
 * The prior is 1, or 50 for words known to be common, so that ten names already weigh {@code group}
 * less than {@code crystalord}. Whole names are counted, too: one that hundreds have tells little.
 */
final class WordWeights {

  private static final int PRIOR_NAMES = 1_000;
  private static final int PRIOR_COMMON = 50;

  /** Words as {@code CompanyName} writes them out. */
  private static final Set<String> COMMON =
      Set.of(
          "group",
          "holding",
          "international",
          "services",
          "solutions",
          "systems",
          "company",
          "global",
          "technologies",
          "industries",
          "enterprises",
          "partners",
          "consulting",
          "management",
          "associates",
          "national",
          "american",
          "of",
          "de",
          "la",
          "van",
          "der",
          "von",
          "du",
          "des",
          "di",
          "del",
          "for",
          "com",
          "net",
          "usa",
          "us",
          "uk",
          "europe",
          "deutschland",
          "germany",
          "france",
          "nederland",
          "italia",
          "espana",
          "schweiz",
          "beheer",
          "advies",
          "investments",
          "invest",
          "beteiligungs",
          "verwaltungs",
          "capital",
          "trading",
          "products",
          "center",
          "supply",
          "stichting",
          "maatschap",
          "fund",
          "trust",
          "bank",
          "corporation");

  private final Map<String, int[]> timesOf = new HashMap<>(); // word -> {names with it}
  private final Map<String, Double> weightOf = new HashMap<>();
  private final Map<String, Integer> namesakesOf = new HashMap<>(); // letters of a name -> accounts
  private int names;

  /** Counts the words of names. */
  static WordWeights of(List<Traits> accounts) {
    WordWeights weights = new WordWeights();
    accounts.forEach(weights::count);
    weights.timesOf.keySet().forEach(word -> weights.weightOf.put(word, weights.weigh(word)));
    return weights;
  }

  private void count(Traits account) {
    names++;
    namesakesOf.merge(account.letters(), 1, Integer::sum);
    List<String> words = account.name().words();
    for (int w = 0; w < words.size(); w++) {
      if (words.indexOf(words.get(w)) == w) {
        timesOf.computeIfAbsent(words.get(w), word -> new int[1])[0]++;
      }
    }
  }

  /** Accounts that have the name of one of two, whichever are more, those two counted. */
  int namesakes(Traits a, Traits b) {
    return Math.max(
        namesakesOf.getOrDefault(a.letters(), 1), namesakesOf.getOrDefault(b.letters(), 1));
  }

  /** Names with a word. */
  int times(String word) {
    int[] times = timesOf.get(word);
    return times == null ? 0 : times[0];
  }

  /** Above 0. */
  double weight(String word) {
    Double known = weightOf.get(word);
    return known == null ? weigh(word) : known;
  }

  private double weigh(String word) {
    int prior = COMMON.contains(word) ? PRIOR_COMMON : 1;
    return Math.log1p((names + PRIOR_NAMES) / (double) (times(word) + prior));
  }

  /** Whether a word is known to be common whatever the file says. */
  static boolean isCommon(String word) {
    return COMMON.contains(word);
  }
}
