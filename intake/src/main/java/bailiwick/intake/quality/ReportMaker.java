package bailiwick.intake.quality;

import bailiwick.intake.quality.QualityReport.Part;
import bailiwick.intake.quality.QualityReport.Sum;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/** Adds findings up by territory and in all. Used once. */
final class ReportMaker {

  private static final Spread NO_BALANCE = new Spread(0, 0, 0, 0, 0);

  private final JudgedAccounts accounts;
  private final List<Books.Territory> territories;
  private final int[] territoryOf; // [account]
  private final DoubtfulTotals.Limits potential;
  private final DoubtfulTotals.Limits workload;

  ReportMaker(
      JudgedAccounts accounts,
      List<Books.Territory> territories,
      int[] territoryOf,
      DoubtfulTotals.Limits potential,
      DoubtfulTotals.Limits workload) {
    this.accounts = accounts;
    this.territories = territories;
    this.territoryOf = territoryOf;
    this.potential = potential;
    this.workload = workload;
  }

  /** What the accounts of a territory, of nobody, or all add up to. */
  private static final class Sums {
    private final Adding whole = new Adding();
    private final Adding doubtful = new Adding();
    private long workloadCentihours;
    private final Map<Doubt, Adding> by = new EnumMap<>(Doubt.class);

    private Map<Doubt, Sum> byDoubt() {
      Map<Doubt, Sum> sums = new EnumMap<>(Doubt.class);
      by.forEach((doubt, adding) -> sums.put(doubt, adding.sum()));
      return sums;
    }
  }

  private static final class Adding {
    private long accounts;
    private long potentialCents;

    void add(long cents) {
      accounts++;
      potentialCents += cents;
    }

    Sum sum() {
      return new Sum(accounts, potentialCents);
    }
  }

  QualityReport make() {
    Sums all = new Sums();
    List<Sums> sums = new ArrayList<>();
    for (int territory = 0; territory <= territories.size(); territory++) {
      sums.add(new Sums()); // the last one is nobody's
    }
    for (int account = 0; account < accounts.size(); account++) {
      addWhole(all, account);
      addWhole(sums.get(part(account)), account);
    }
    int[] holding = holding();
    int faulty = -1; // the last account with a fault: findings come account by account
    for (int finding : holding) {
      int account = accounts.accountOf(finding);
      boolean first = accounts.doubt(finding).isFault() && account != faulty;
      faulty = first ? account : faulty;
      addFinding(all, finding, account, first);
      addFinding(sums.get(part(account)), finding, account, first);
    }
    boolean none = territories.isEmpty();
    return new QualityReport(
        accounts.known().on(),
        accounts.settings(),
        part(HeldAccount.NOBODY, "", "", all, known(all)),
        parts(sums),
        none ? NO_BALANCE : potential.balance(),
        none ? NO_BALANCE : workload.balance(),
        new Findings(accounts, holding, territoryOf));
  }

  /** The findings that hold for this alignment: an account with a territory has an owner by it. */
  private int[] holding() {
    int[] holding = new int[accounts.findings()];
    int size = 0;
    for (int finding = 0; finding < holding.length; finding++) {
      if (accounts.doubt(finding) != Doubt.OWNER_MISSING
          || territoryOf[accounts.accountOf(finding)] == HeldAccount.NOBODY) {
        holding[size++] = finding;
      }
    }
    return Arrays.copyOf(holding, size);
  }

  /** Findings as they are asked for: a list of a million would weigh more than the accounts. */
  private static final class Findings extends AbstractList<Finding> implements RandomAccess {
    private final JudgedAccounts accounts;
    private final int[] holding;
    private final int[] territoryOf; // [account]

    Findings(JudgedAccounts accounts, int[] holding, int[] territoryOf) {
      this.accounts = accounts;
      this.holding = holding;
      this.territoryOf = territoryOf;
    }

    @Override
    public Finding get(int place) {
      int finding = holding[place];
      return accounts.finding(finding, territoryOf[accounts.accountOf(finding)]);
    }

    @Override
    public int size() {
      return holding.length;
    }
  }

  private int part(int account) {
    int territory = territoryOf[account];
    return territory == HeldAccount.NOBODY ? territories.size() : territory;
  }

  private void addWhole(Sums sums, int account) {
    sums.whole.add(accounts.potential(account));
    sums.workloadCentihours += accounts.workload(account);
  }

  private void addFinding(Sums sums, int finding, int account, boolean first) {
    long cents = accounts.potential(account);
    sums.by.computeIfAbsent(accounts.doubt(finding), none -> new Adding()).add(cents);
    if (first) {
      sums.doubtful.add(cents);
    }
  }

  private List<Part> parts(List<Sums> sums) {
    List<Part> parts = new ArrayList<>();
    for (int number = 0; number < territories.size(); number++) {
      Books.Territory territory = territories.get(number);
      Spread[] totals = {potential.totals().get(number), workload.totals().get(number)};
      parts.add(part(number, territory.code(), territory.name(), sums.get(number), totals));
    }
    Sums nobodys = sums.getLast();
    if (nobodys.whole.accounts > 0) {
      parts.add(part(HeldAccount.NOBODY, "", "", nobodys, known(nobodys)));
    }
    return parts;
  }

  private static Part part(int number, String code, String name, Sums sums, Spread[] totals) {
    return new Part(
        number,
        code,
        name,
        sums.whole.sum(),
        sums.doubtful.sum(),
        sums.byDoubt(),
        totals[0],
        totals[1]);
  }

  /** Totals as recorded, where no limits are asked for. */
  private static Spread[] known(Sums sums) {
    double potential = sums.whole.potentialCents;
    double workload = sums.workloadCentihours;
    return new Spread[] {
      new Spread(potential, potential, potential, potential, potential),
      new Spread(workload, workload, workload, workload, workload)
    };
  }
}
