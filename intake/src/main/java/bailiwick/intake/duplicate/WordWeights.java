package bailiwick.intake.duplicate;

import java.util.Arrays;
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

  /** A word's names and weight. */
  private static final class Told {
    private int times;
    private double weight;
  }

  private final Map<String, Told> told = new HashMap<>(); // by word
  private final int names;
  private final long[] shared; // names that several have, as hashes of their letters, ascending
  private final int[] sharedBy; // [place in shared] -> accounts with that name

  /** Counts the words of names. */
  private WordWeights(List<Traits> accounts) {
    names = accounts.size();
    accounts.forEach(this::count);
    told.forEach((word, one) -> one.weight = weigh(word));
    long[] hashes =
        accounts.stream().mapToLong(account -> hash(account.letters())).sorted().toArray();
    int several = 0;
    for (int from = 0, until; from < hashes.length; from = until) {
      until = endOfRun(hashes, from);
      several += until - from > 1 ? 1 : 0;
    }
    shared = new long[several];
    sharedBy = new int[several];
    int place = 0;
    for (int from = 0, until; from < hashes.length; from = until) {
      until = endOfRun(hashes, from);
      if (until - from > 1) {
        shared[place] = hashes[from];
        sharedBy[place++] = until - from;
      }
    }
  }

  static WordWeights of(List<Traits> accounts) {
    return new WordWeights(accounts);
  }

  private static long hash(String letters) {
    return TextHash.of(letters, 0);
  }

  private static int endOfRun(long[] sorted, int from) {
    int until = from + 1;
    while (until < sorted.length && sorted[until] == sorted[from]) {
      until++;
    }
    return until;
  }

  private void count(Traits account) {
    List<String> words = account.words();
    for (int w = 0; w < words.size(); w++) {
      if (words.indexOf(words.get(w)) == w) {
        told.computeIfAbsent(words.get(w), word -> new Told()).times++;
      }
    }
  }

  /** Accounts that have the name of one of two, whichever are more, those two counted. */
  int namesakes(Traits a, Traits b) {
    return Math.max(named(a.letters()), named(b.letters()));
  }

  private int named(String letters) {
    int place = Arrays.binarySearch(shared, hash(letters));
    return place < 0 ? 1 : sharedBy[place];
  }

  /** Names with a word. */
  int times(String word) {
    Told one = told.get(word);
    return one == null ? 0 : one.times;
  }

  /** Above 0. */
  double weight(String word) {
    Told known = told.get(word);
    return known == null ? weigh(word) : known.weight;
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
