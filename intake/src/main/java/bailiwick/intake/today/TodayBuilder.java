package bailiwick.intake.today;

import bailiwick.atlas.Atlas;
import bailiwick.core.account.Account;
import bailiwick.core.roster.Representative;
import bailiwick.core.unit.UnitKind;
import java.time.LocalDate;
import java.util.Collection;

/**
 * Collects accounts one by one and builds today's alignment from them. Not thread-safe.
 *
 * <p>An account belongs to the territory of its territory column; without one, to its owner's.
 */
public final class TodayBuilder {

  private TodayBuilder() {}

  /** A builder for the units of one kind in one country. */
  public static TodayBuilder of(Atlas atlas, UnitKind kind, String country) {
    throw new UnsupportedOperationException("" + atlas + kind + country);
  }

  /** Takes one more account. */
  public void add(Account account) {
    throw new UnsupportedOperationException(account.name());
  }

  /**
   * Builds the alignment of all accounts taken so far.
   *
   * @param roster who sells; owners are found among them by external id, name or email
   * @param on the day that decides who has left
   */
  public Today build(Collection<Representative> roster, LocalDate on) {
    throw new UnsupportedOperationException(roster + " " + on);
  }
}
