package bailiwick.intake.quality;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * Accounts with all that can be said against them whoever has them. Judging goes through all
 * accounts twice and is done once for a state of the accounts; {@link #report} adds up for one
 * alignment and is cheap. Immutable after making; owns its arrays.
 *
 * <p>About 60 bytes an account, and the account itself for those that are doubtful.
 */
public final class JudgedAccounts {

  /** No area. */
  static final int NO_AREA = -1;

  private final Known known;
  private final QualitySettings settings;
  private final AreaNumbers areas = new AreaNumbers();
  private int size;
  private long[] idHigh = new long[16]; // [account]
  private long[] idLow = new long[16];
  private int[] areaOf = new int[16]; // the smallest area known
  private boolean[] placed = new boolean[16]; // by point or postcode
  private final Map<Integer, Integer> areaBefore = new HashMap<>(); // repaired account -> area
  private final List<HeldAccount> doubtful = new ArrayList<>();
  private int[] findingOf = new int[16]; // [finding] -> place in doubtful
  private int[] numberOf = new int[16]; // [place in doubtful] -> account
  private final List<Doubt> doubts = new ArrayList<>(); // [finding]
  private final List<String> details = new ArrayList<>(); // [finding]
  private final Groups groups;
  private final JudgedAmount potential;
  private final JudgedAmount workload;

  private JudgedAccounts(AccountSource accounts, Known known, QualitySettings settings) {
    this.known = known;
    this.settings = settings;
    List<LikelyPair> pairs =
        known.pairs().stream().filter(pair -> pair.score() >= settings.leastScore()).toList();
    Learnt learnt = Learnt.from(accounts, pairs, settings);
    Judging judging = new Judging(learnt, pairs);
    accounts.forEach(judging::add);
    this.groups = Groups.of(pairs, judging.numbers);
    this.potential =
        JudgedAmount.of(
            Arrays.copyOf(judging.potential, size), judging.segmentOf, judging.oddPotential);
    this.workload =
        JudgedAmount.of(
            Arrays.copyOf(judging.workload, size), judging.segmentOf, judging.oddWorkload);
  }

  /** Judges accounts. */
  public static JudgedAccounts judge(
      AccountSource accounts, Known known, QualitySettings settings) {
    return new JudgedAccounts(accounts, known, settings);
  }

  /**
   * Reports on the accounts as an alignment has them.
   *
   * @param territoryOf {@code [account]} number of its territory, {@link HeldAccount#NOBODY} for
   *     none
   * @param seed of the worlds that the 90 % limits are drawn from
   */
  public QualityReport report(List<Books.Territory> territories, int[] territoryOf, long seed) {
    CaseBuilder cases = new CaseBuilder(this, territoryOf, territories);
    return new ReportMaker(
            this,
            territories,
            territoryOf,
            cases.limits(potential, seed),
            cases.limits(workload, seed))
        .make();
  }

  /** The numbers of all accounts' territories, in the order of the accounts. */
  public int[] territories(ToIntFunction<AccountId> territory) {
    int[] territoryOf = new int[size];
    for (int account = 0; account < size; account++) {
      territoryOf[account] =
          territory.applyAsInt(new AccountId(new UUID(idHigh[account], idLow[account])));
    }
    return territoryOf;
  }

  /** What a first pass over the accounts tells. */
  private record Learnt(AmountCheck amounts, Map<AccountId, String> names) {

    static Learnt from(AccountSource accounts, List<LikelyPair> pairs, QualitySettings settings) {
      Set<AccountId> paired = new HashSet<>();
      pairs.forEach(pair -> paired.addAll(List.of(pair.first(), pair.second())));
      Map<AccountId, String> names = new HashMap<>();
      AmountCheck.Learning learning = new AmountCheck.Learning();
      accounts.forEach(held -> {
        Account account = held.account();
        learning.add(account);
        if (paired.contains(account.id())) {
          names.put(account.id(), shown(account));
        }
      });
      return new Learnt(learning.build(settings.mostDeviations()), names);
    }

    private static String shown(Account account) {
      return account.externalId().equals(account.name())
          ? account.name()
          : account.externalId() + " " + account.name();
    }

    /** What to tell of each account that may be another. */
    Map<AccountId, String> partners(List<LikelyPair> pairs) {
      Map<AccountId, String> partners = new HashMap<>();
      for (LikelyPair pair : pairs) {
        String first = names.get(pair.first());
        String second = names.get(pair.second());
        if (first != null && second != null) {
          partners.putIfAbsent(pair.first(), "Like %s: %s".formatted(second, pair.evidence()));
          partners.putIfAbsent(pair.second(), "Like %s: %s".formatted(first, pair.evidence()));
        }
      }
      return partners;
    }
  }

  /** The second pass. */
  private final class Judging {
    private final Learnt learnt;
    private final AccountCheck check;
    private final Map<AccountId, Integer> numbers = new HashMap<>(); // of accounts in pairs
    private final Map<String, Integer> segments = new HashMap<>();
    private int[] segmentOf = new int[16]; // [account]
    private long[] potential = new long[16]; // [account]
    private long[] workload = new long[16]; // [account]
    private final List<Integer> oddPotential = new ArrayList<>();
    private final List<Integer> oddWorkload = new ArrayList<>();

    Judging(Learnt learnt, List<LikelyPair> pairs) {
      this.learnt = learnt;
      this.check = new AccountCheck(known, settings, learnt.partners(pairs));
    }

    void add(HeldAccount held) {
      grow();
      Account account = held.account();
      int number = size++;
      idHigh[number] = account.id().value().getMostSignificantBits();
      idLow[number] = account.id().value().getLeastSignificantBits();
      place(number, account);
      segmentOf[number] =
          segments.computeIfAbsent(account.firmographics().segment(), none -> segments.size());
      potential[number] = account.worth().potentialCents();
      workload[number] = account.worth().workloadCentihours();
      if (learnt.names.containsKey(account.id())) {
        numbers.put(account.id(), number);
      }
      List<AmountCheck.Odd> odd = learnt.amounts.odd(account);
      noteOdd(number, odd, account.upkeep().imputed());
      note(number, held, check.look(account, odd));
    }

    private void grow() {
      if (size == idHigh.length) {
        int more = 2 * size;
        idHigh = Arrays.copyOf(idHigh, more);
        idLow = Arrays.copyOf(idLow, more);
        areaOf = Arrays.copyOf(areaOf, more);
        placed = Arrays.copyOf(placed, more);
        segmentOf = Arrays.copyOf(segmentOf, more);
        potential = Arrays.copyOf(potential, more);
        workload = Arrays.copyOf(workload, more);
      }
    }

    private void noteOdd(int number, List<AmountCheck.Odd> odd, Map<String, String> imputed) {
      boolean ofPotential = imputed.containsKey("potential");
      boolean ofWorkload = imputed.containsKey("workload");
      for (AmountCheck.Odd each : odd) {
        switch (each.amount()) {
          case POTENTIAL, POTENTIAL_EACH -> ofPotential = true;
          case WORKLOAD -> ofWorkload = true;
          case SALES, PIPELINE, EMPLOYEES, REVENUE, REVENUE_EACH -> {}
        }
      }
      if (ofPotential) {
        oddPotential.add(number);
      }
      if (ofWorkload) {
        oddWorkload.add(number);
      }
    }
  }

  private void place(int number, Account account) {
    Precision precision = account.location().precision();
    placed[number] = precision.compareTo(Precision.CITY) < 0;
    areaOf[number] =
        precision == Precision.NONE ? AreaNumbers.WORLD : areas.of(account.location().area());
    String written = account.upkeep().repaired().getOrDefault("region", "").strip();
    if (!written.isEmpty()) {
      areaBefore.put(
          number, areas.of(account.address().country() + "/" + written.toUpperCase(Locale.ROOT)));
    }
  }

  private void note(int number, HeldAccount held, Map<Doubt, String> found) {
    if (found.isEmpty()) {
      return;
    }
    int place = doubtful.size();
    doubtful.add(held);
    numberOf = place < numberOf.length ? numberOf : Arrays.copyOf(numberOf, 2 * place);
    numberOf[place] = number;
    found.forEach((doubt, detail) -> {
      int finding = doubts.size();
      findingOf = finding < findingOf.length ? findingOf : Arrays.copyOf(findingOf, 2 * finding);
      findingOf[finding] = place;
      doubts.add(doubt);
      details.add(detail);
    });
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  QualitySettings settings() {
    return settings;
  }

  Known known() {
    return known;
  }

  AreaNumbers areas() {
    return areas;
  }

  /** The smallest area that an account certainly lies in; the world when nothing says where. */
  int area(int account) {
    return areaOf[account];
  }

  /** Whether its place is known by point or postcode. */
  boolean isPlaced(int account) {
    return placed[account];
  }

  /** The region as it was written where the postcode said otherwise; NO_AREA when it did not. */
  int areaBefore(int account) {
    return areaBefore.getOrDefault(account, NO_AREA);
  }

  Groups groups() {
    return groups;
  }

  long potential(int account) {
    return potential.of(account);
  }

  long workload(int account) {
    return workload.of(account);
  }

  /** Findings that may hold, by account, then by kind. */
  int findings() {
    return doubts.size();
  }

  Doubt doubt(int finding) {
    return doubts.get(finding);
  }

  /** The account of a finding. */
  int accountOf(int finding) {
    return numberOf[findingOf[finding]];
  }

  /** A finding as it is told of an account in a territory. */
  Finding finding(int finding, int territory) {
    HeldAccount held = doubtful.get(findingOf[finding]);
    return new Finding(
        new HeldAccount(held.account(), held.row(), territory),
        doubts.get(finding),
        details.get(finding));
  }
}
