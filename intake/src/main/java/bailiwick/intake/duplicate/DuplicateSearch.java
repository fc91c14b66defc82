package bailiwick.intake.duplicate;

import bailiwick.intake.duplicate.PairScore.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Finds pairs of accounts that may be one. Stateless and thread-safe.
 *
 * <p>Accounts are compared where they share a trait: a web domain, a phone number, a doorstep, the
 * letters of their name, or telling words of it. All pairs that share a domain are compared while
 * no more than {@link DuplicateSettings#mostInBlock} accounts have it; the report tells where there
 * were more. The same accounts in another order give the same report, on any number of threads.
 *
 * <p>O(accounts × log accounts): an account has a dozen keys at most and meets fewer than {@link
 * DuplicateSettings#mostInBlock} others by each. Held are about 0.6 KB an account.
 */
public final class DuplicateSearch {

  /** Accounts that one thread takes at a time. */
  private static final int CHUNK = 1_000;

  private DuplicateSearch() {}

  /**
   * Compares accounts with each other.
   *
   * @param accounts with ids that differ, in any order
   */
  public static DuplicateReport find(List<ListedAccount> accounts, DuplicateSettings settings) {
    ListedAccounts listed = ListedAccounts.of(accounts);
    int[] order = listed.placesById(); // [number] -> place in the list
    List<Traits> traits = traits(listed, order);
    WordWeights weights = WordWeights.of(traits);
    Blocks blocks =
        Blocks.of(
            traits,
            number -> listed.get(order[number]).name(),
            new BlockKeys(weights, settings.mostInBlock()),
            settings);
    Comparison comparison =
        new Comparison(listed, order, traits, blocks, new PairScore(weights), settings);
    List<Found> found =
        IntStream.range(0, (traits.size() + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToObj(comparison::compare)
            .toList();
    return new DuplicateReport(
        traits.size(),
        found.stream().mapToLong(Found::compared).sum(),
        found.stream()
            .flatMap(each -> each.pairs().stream())
            .sorted(DuplicatePair.BEST_FIRST)
            .toList(),
        blocks.problems());
  }

  private static List<Traits> traits(ListedAccounts listed, int[] order) {
    ConcurrentHashMap<String, String> texts = new ConcurrentHashMap<>();
    UnaryOperator<String> shared =
        text -> {
          String known = texts.putIfAbsent(text, text);
          return known == null ? text : known;
        };
    return IntStream.range(0, order.length)
        .parallel()
        .mapToObj(number -> Traits.of(listed.get(order[number]), shared))
        .toList();
  }

  /**
   * Compares two accounts.
   *
   * @param among accounts by whose names the words are weighed, usually all there are; both need
   *     not be among them
   */
  public static DuplicatePair compare(
      ListedAccount one, ListedAccount other, List<ListedAccount> among) {
    PairScore score = new PairScore(WordWeights.of(among.stream().map(Traits::of).toList()));
    return one.id().compareTo(other.id()) <= 0
        ? pair(Side.of(one), Side.of(other), score)
        : pair(Side.of(other), Side.of(one), score);
  }

  private static DuplicatePair pair(Side first, Side second, PairScore score) {
    return new DuplicatePair(
        first.account(),
        second.account(),
        score.of(first.traits(), second.traits()),
        score.evidence(first, second));
  }

  /** What one chunk of accounts gave. */
  private record Found(long compared, List<DuplicatePair> pairs) {}

  /** Compares accounts chunk by chunk. Thread-safe. */
  private static final class Comparison {
    private final ListedAccounts listed;
    private final int[] order; // [number] -> place in the list
    private final List<Traits> traits;
    private final Blocks blocks;
    private final PairScore score;
    private final double leastScore;

    Comparison(
        ListedAccounts listed,
        int[] order,
        List<Traits> traits,
        Blocks blocks,
        PairScore score,
        DuplicateSettings settings) {
      this.listed = listed;
      this.order = order;
      this.traits = traits;
      this.blocks = blocks;
      this.score = score;
      this.leastScore = settings.leastScore();
    }

    Found compare(int chunk) {
      List<DuplicatePair> pairs = new ArrayList<>();
      long compared = 0;
      int end = Math.min(traits.size(), (chunk + 1) * CHUNK);
      for (int number = chunk * CHUNK; number < end; number++) {
        for (int partner : blocks.partners(number)) {
          compared++;
          if (score.reaches(leastScore, traits.get(number), traits.get(partner))) {
            pairs.add(pair(side(number), side(partner), score));
          }
        }
      }
      return new Found(compared, pairs);
    }

    private Side side(int number) {
      return new Side(listed.get(order[number]), traits.get(number));
    }
  }
}
