package bailiwick.intake.brief;

import bailiwick.intake.brief.DesignBrief.Territory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A change of today's territories.
 *
 * @param kind what is changed
 * @param slack how much more than the least may change hands for the sake of the objective
 * @param rebalanced whether territories out of balance today are to be mended, too
 */
public record BriefChange(Kind kind, double slack, boolean rebalanced) {

  /** What is changed. */
  public sealed interface Kind {}

  /** A territory is split into its old part and these new ones. */
  public record Split(String territory, Wanted parts) implements Kind {}

  /** Territories end and another one gets what they had. */
  public record Merge(List<String> ended, String into, OptionalDouble share) implements Kind {
    public Merge {
      ended = List.copyOf(ended);
    }
  }

  /** Territories end. */
  public record Remove(List<String> ended) implements Kind {
    public Remove {
      ended = List.copyOf(ended);
    }
  }

  /** New territories. */
  public record Add(Wanted territories) implements Kind {}

  /**
   * New territories, of which some may have no code yet.
   *
   * @param count how many in all, at least as many as are named
   */
  public record Wanted(int count, List<Territory> named) {
    public Wanted {
      named = List.copyOf(named);
    }
  }

  /**
   * The new territories, those without a code named after one that is there: {@code T03-2}, {@code
   * T03-3} … of a split, {@code NEW-1}, {@code NEW-2} … where they are added. Empty for changes
   * that add none.
   *
   * @param there the territories before the change
   */
  public List<Territory> newTerritories(List<Territory> there) {
    return switch (kind) {
      case Split(String territory, Wanted parts) -> {
        double share =
            there.stream()
                .filter(each -> each.code().equals(territory))
                .mapToDouble(Territory::share)
                .findFirst()
                .orElse(1);
        yield named(parts, territory + "-", 2, share, there);
      }
      case Add(Wanted territories) -> named(territories, "NEW-", 1, 1, there);
      case Merge merge -> List.of();
      case Remove remove -> List.of();
    };
  }

  /** How many territories there are after it, of so many before. */
  public int countAfter(int there) {
    return switch (kind) {
      case Split(String territory, Wanted parts) -> there + parts.count();
      case Merge merge -> there - merge.ended().size();
      case Remove remove -> there - remove.ended().size();
      case Add(Wanted territories) -> there + territories.count();
    };
  }

  private static List<Territory> named(
      Wanted wanted, String prefix, int first, double share, List<Territory> there) {
    List<Territory> all = new ArrayList<>(wanted.named());
    Set<String> taken = new HashSet<>();
    there.forEach(each -> taken.add(each.code()));
    all.forEach(each -> taken.add(each.code()));
    for (int number = first; all.size() < wanted.count(); number++) {
      String code = prefix + number;
      if (taken.add(code)) {
        all.add(new Territory(code, code, share, null));
      }
    }
    return all;
  }
}
