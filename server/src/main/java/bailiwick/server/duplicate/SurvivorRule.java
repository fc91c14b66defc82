package bailiwick.server.duplicate;

import bailiwick.intake.duplicate.Evidence;
import bailiwick.intake.duplicate.Evidence.Field;
import bailiwick.intake.duplicate.Evidence.Verdict;
import bailiwick.store.account.Prospects;
import bailiwick.store.account.StoredAccount;
import bailiwick.store.duplicate.AccountTraces;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which of two accounts to keep, and which pairs need nobody to ask. */
final class SurvivorRule {

  private static final Set<Field> SAME_IN_ALL =
      EnumSet.of(Field.NAME, Field.DOMAIN, Field.STREET, Field.POSTCODE);

  /** The one to keep is the larger. */
  private static final Comparator<Side> WORTH_KEEPING =
      Comparator.<Side, Boolean>comparing(side -> !side.account().source().equals(Prospects.SOURCE))
          .thenComparing(side -> side.account().absence() == null)
          .thenComparingLong(side -> side.traces().revenueCents())
          .thenComparingLong(side -> side.traces().deals())
          .thenComparing(
              Comparator.<Side, java.time.Instant>comparing(side -> side.account().createdAt())
                  .reversed())
          .thenComparing(side -> side.account().account().id(), Comparator.reverseOrder());

  private SurvivorRule() {}

  /** An account and what hangs on it. */
  record Side(StoredAccount account, AccountTraces traces) {}

  /**
   * A customer before a prospect and one that its source still has before one that it lost; then
   * the one with more revenue, more deals, and the older.
   */
  static Side survivor(Side one, Side other) {
    return WORTH_KEEPING.compare(one, other) >= 0 ? one : other;
  }

  /** Whether name, domain and address are the same, and nothing that is known differs. */
  static boolean isAlike(List<Evidence> evidence) {
    Set<Field> same = EnumSet.noneOf(Field.class);
    for (Evidence each : evidence) {
      if (each.verdict() == Verdict.DIFFERENT) {
        return false;
      }
      if (each.verdict() == Verdict.SAME) {
        same.add(each.field());
      }
    }
    return same.containsAll(SAME_IN_ALL);
  }
}
