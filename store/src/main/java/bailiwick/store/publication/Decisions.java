package bailiwick.store.publication;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.FamilyPolicy;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.store.account.AccountRepository;
import bailiwick.store.account.FamilyBook;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The territory decided for each account, as numbers of the scenario's territories. Compact: 20
 * bytes an account. Immutable.
 */
public final class Decisions {

  /** Territory number of an account that nothing claims. */
  public static final int NONE = -1;

  private final long[] high; // [decision] -> first half of the account's id
  private final long[] low; // [decision] -> second half
  private final int[] territory; // [decision] -> territory number or NONE
  private final int size;

  private Decisions(long[] high, long[] low, int[] territory, int size) {
    this.high = high;
    this.low = low;
    this.territory = territory;
    this.size = size;
  }

  /**
   * Every account of the books by the territory that rules give it.
   *
   * @param territories the scenario's, in order of their numbers; those of the rules are among them
   * @param policy by whose values accounts of a family are decided
   * @param also is shown every account on the way, with the values that decide it
   */
  public static Decisions by(
      LeadRouter rules,
      List<TerritoryCode> territories,
      AccountRepository accounts,
      FamilyPolicy policy,
      BiConsumer<Account, Attributes> also) {
    Map<TerritoryCode, Integer> numbers = HashMap.newHashMap(territories.size());
    territories.forEach(territory -> numbers.put(territory, numbers.size()));
    FamilyBook families = policy == FamilyPolicy.EACH ? FamilyBook.NONE : accounts.familyBook();
    Builder decisions = builder();
    accounts.forEach(stored -> {
      Account account = stored.account();
      Attributes attributes = families.attributes(account, policy);
      decisions.add(account.id(), rules.findTerritory(attributes).map(numbers::get).orElse(NONE));
      also.accept(account, attributes);
    });
    return decisions.build();
  }

  /** Starts with none. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many accounts are decided. */
  public int size() {
    return size;
  }

  /** How many accounts nothing claims. */
  public long unowned() {
    return Arrays.stream(territory).filter(number -> number == NONE).count();
  }

  /** The account of a decision. */
  public UUID account(int decision) {
    return new UUID(high[decision], low[decision]);
  }

  /** The number of the territory decided for, {@link #NONE} for none. */
  public int territory(int decision) {
    return territory[decision];
  }

  /** Collects decisions. Belongs to one thread. */
  public static final class Builder {

    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private int[] territory = new int[1024];
    private int size;

    private Builder() {}

    /**
     * Adds the decision for an account, which must stand once.
     *
     * @param number number of a territory of the scenario, or {@link #NONE}
     */
    public Builder add(AccountId account, int number) {
      if (number < NONE) {
        throw new IllegalArgumentException(
            "The territory number (%s) must be -1 or more.".formatted(number));
      }
      if (size == high.length) {
        high = Arrays.copyOf(high, size * 2);
        low = Arrays.copyOf(low, size * 2);
        territory = Arrays.copyOf(territory, size * 2);
      }
      high[size] = account.value().getMostSignificantBits();
      low[size] = account.value().getLeastSignificantBits();
      territory[size++] = number;
      return this;
    }

    /** The decisions added so far. */
    public Decisions build() {
      return new Decisions(
          Arrays.copyOf(high, size),
          Arrays.copyOf(low, size),
          Arrays.copyOf(territory, size),
          size);
    }
  }
}
