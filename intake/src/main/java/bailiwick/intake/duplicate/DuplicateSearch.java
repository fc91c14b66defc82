package bailiwick.intake.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * DuplicateSettings#mostInBlock} others by each. A million accounts fit into 2.5 GB.
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
    List<Traits> traits =
        accounts.parallelStream()
            .sorted(Comparator.comparing(ListedAccount::id))
            .map(Traits::of)
            .toList();
    WordWeights weights = WordWeights.of(traits);
    Blocks blocks = Blocks.of(traits, new BlockKeys(weights, settings.mostInBlock()), settings);
    PairScore score = new PairScore(weights);
    List<Found> found =
        IntStream.range(0, (traits.size() + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToObj(chunk -> compare(chunk, traits, blocks, score, settings.leastScore()))
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

  /**
   * Compares two accounts.
   *
   * @param among accounts by whose names the words are weighed, usually all there are; both need
   *     not be among them
   */
  public static DuplicatePair compare(
      ListedAccount one, ListedAccount other, List<ListedAccount> among) {
    WordWeights weights = WordWeights.of(among.stream().map(Traits::of).toList());
    return one.id().compareTo(other.id()) <= 0
        ? pair(Traits.of(one), Traits.of(other), new PairScore(weights))
        : pair(Traits.of(other), Traits.of(one), new PairScore(weights));
  }

  private static DuplicatePair pair(Traits first, Traits second, PairScore score) {
    return new DuplicatePair(
        first.account(), second.account(), score.of(first, second), score.evidence(first, second));
  }

  /** What one chunk of accounts gave. */
  private record Found(long compared, List<DuplicatePair> pairs) {}

  private static Found compare(
      int chunk, List<Traits> traits, Blocks blocks, PairScore score, double leastScore) {
    List<DuplicatePair> pairs = new ArrayList<>();
    long compared = 0;
    int end = Math.min(traits.size(), (chunk + 1) * CHUNK);
    for (int number = chunk * CHUNK; number < end; number++) {
      Traits first = traits.get(number);
      for (int partner : blocks.partners(number)) {
        Traits second = traits.get(partner);
        compared++;
        if (score.reaches(leastScore, first, second)) {
          pairs.add(pair(first, second, score));
        }
      }
    }
    return new Found(compared, pairs);
  }
}
