package bailiwick.rules.proof;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.ClassColumns;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.proof.RuleDifference.Hands;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which accounts change hands between two versions of rules. Immutable; made by its {@link
 * Comparison}.
 *
 * @param accounts how many were decided
 * @param value what they are worth together
 * @param moved those that change hands, in the order in which they came
 */
public record AccountDifference(long accounts, long value, List<Moved> moved) {

  public AccountDifference {
    moved = List.copyOf(moved);
  }

  /**
   * An account that changes hands.
   *
   * @param id the account's
   * @param value what it is worth, in the units it came in
   */
  public record Moved(String id, Hands hands, long value) {}

  /**
   * Accounts that go the same way.
   *
   * @param accounts how many
   * @param value what they are worth together
   */
  public record Total(long accounts, long value) {}

  /** From whom to whom how many go, most accounts first. */
  public Map<Hands, Total> matrix() {
    Map<Hands, Total> totals = new LinkedHashMap<>();
    for (Moved one : moved) {
      totals.merge(
          one.hands(),
          new Total(1, one.value()),
          (sum, more) ->
              new Total(
                  sum.accounts() + more.accounts(), Math.addExact(sum.value(), more.value())));
    }
    Map<Hands, Total> sorted = new LinkedHashMap<>();
    totals.entrySet().stream()
        .sorted(Comparator.comparingLong(of -> -of.getValue().accounts()))
        .forEach(of -> sorted.put(of.getKey(), of.getValue()));
    return sorted;
  }

  /**
   * Compares two versions account by account, many at a time; keeps only accounts that change
   * hands. Not thread-safe.
   */
  public static final class Comparison {

    /** How many accounts are decided at a time. */
    public static final int BLOCK = 4_096;

    private final Side before;
    private final Side after;
    private final String[] ids = new String[BLOCK];
    private final long[] values = new long[BLOCK];
    private final Map<Hands, Hands> known = new LinkedHashMap<>();
    private final List<Moved> moved = new ArrayList<>();
    private int waiting;
    private long accounts;
    private long value;

    /** Versions over the same dimensions. */
    public Comparison(RuleLookup before, RuleLookup after) {
      this.before = new Side(before);
      this.after = new Side(after);
    }

    /** One version, and what it decides of the accounts that wait. */
    private static final class Side {
      private final RuleLookup lookup;
      private final ClassColumns columns;
      private final int[] winners = new int[BLOCK];

      Side(RuleLookup lookup) {
        this.lookup = lookup;
        this.columns = lookup.columns(BLOCK);
      }

      Optional<TerritoryCode> owner(int account) {
        int winner = winners[account];
        return winner == RuleLookup.NONE
            ? Optional.empty()
            : Optional.of(lookup.rule(winner).territory());
      }
    }

    /**
     * Adds an account.
     *
     * @param worth in whatever units, all in the same
     * @throws ArithmeticException when all together are worth more than a long holds
     */
    public void add(String id, Subject subject, long worth) {
      before.columns.put(waiting, subject);
      after.columns.put(waiting, subject);
      ids[waiting] = id;
      values[waiting++] = worth;
      value = Math.addExact(value, worth);
      if (waiting == BLOCK) {
        decide();
      }
    }

    /**
     * Adds accounts whose values stand in columns.
     *
     * @param count how many, the first ones; at most {@link #BLOCK}
     * @param fill takes their values over, for each of the two versions
     */
    public void add(String[] some, long[] worths, int count, Consumer<ClassColumns> fill) {
      decide();
      fill.accept(before.columns);
      fill.accept(after.columns);
      for (int account = 0; account < count; account++) {
        ids[account] = some[account];
        values[account] = worths[account];
        value = Math.addExact(value, worths[account]);
      }
      waiting = count;
      decide();
    }

    private void decide() {
      before.lookup.findWinners(before.columns, waiting, before.winners);
      after.lookup.findWinners(after.columns, waiting, after.winners);
      for (int account = 0; account < waiting; account++) {
        Optional<TerritoryCode> from = before.owner(account);
        Optional<TerritoryCode> to = after.owner(account);
        if (!from.equals(to)) {
          Hands hands = known.computeIfAbsent(new Hands(from, to), same -> same);
          moved.add(new Moved(ids[account], hands, values[account]));
        }
      }
      accounts += waiting;
      waiting = 0;
    }

    /** What came out for all accounts so far. */
    public AccountDifference difference() {
      decide();
      return new AccountDifference(accounts, value, moved);
    }
  }
}
