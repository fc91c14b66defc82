package bailiwick.intake.quality;

import bailiwick.intake.quality.QualityReport.Part;
import bailiwick.intake.quality.QualityReport.Sum;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds findings up by territory and in all. Used once. */
final class ReportMaker {

  private static final Spread NO_BALANCE = new Spread(0, 0, 0, 0, 0);

  private final Books books;
  private final List<Finding> findings;
  private final DoubtfulTotals.Limits potential;
  private final DoubtfulTotals.Limits workload;

  ReportMaker(
      Books books,
      List<Finding> findings,
      DoubtfulTotals.Limits potential,
      DoubtfulTotals.Limits workload) {
    this.books = books;
    this.findings = findings;
    this.potential = potential;
    this.workload = workload;
  }

  /** What the accounts of a territory, of nobody, or all add up to. */
  private static final class Sums {
    private Sum whole = Sum.NONE;
    private Sum doubtful = Sum.NONE;
    private long workloadCentihours;
    private final Map<Doubt, Sum> by = new EnumMap<>(Doubt.class);
  }

  QualityReport make(QualitySettings settings) {
    Sums all = new Sums();
    List<Sums> sums = new ArrayList<>();
    for (int territory = 0; territory <= books.territories().size(); territory++) {
      sums.add(new Sums()); // the last one is nobody's
    }
    for (HeldAccount held : books.accounts()) {
      addWhole(all, held);
      addWhole(sums.get(number(held)), held);
    }
    Set<HeldAccount> faulty = new HashSet<>();
    for (Finding finding : findings) {
      boolean first = finding.doubt().isFault() && faulty.add(finding.account());
      addFinding(all, finding, first);
      addFinding(sums.get(number(finding.account())), finding, first);
    }
    boolean none = books.territories().isEmpty();
    return new QualityReport(
        books.on(),
        settings,
        part(HeldAccount.NOBODY, "", "", all, known(all)),
        territories(sums),
        none ? NO_BALANCE : potential.balance(),
        none ? NO_BALANCE : workload.balance(),
        findings);
  }

  private int number(HeldAccount held) {
    return held.territory() == HeldAccount.NOBODY ? books.territories().size() : held.territory();
  }

  private static void addWhole(Sums sums, HeldAccount held) {
    sums.whole = sums.whole.plus(one(held));
    sums.workloadCentihours += held.account().worth().workloadCentihours();
  }

  private static Sum one(HeldAccount held) {
    return new Sum(1, held.account().worth().potentialCents());
  }

  private static void addFinding(Sums sums, Finding finding, boolean first) {
    sums.by.merge(finding.doubt(), one(finding.account()), Sum::plus);
    if (first) {
      sums.doubtful = sums.doubtful.plus(one(finding.account()));
    }
  }

  private List<Part> territories(List<Sums> sums) {
    List<Part> parts = new ArrayList<>();
    for (int number = 0; number < books.territories().size(); number++) {
      Books.Territory territory = books.territories().get(number);
      Spread[] totals = {potential.totals().get(number), workload.totals().get(number)};
      parts.add(part(number, territory.code(), territory.name(), sums.get(number), totals));
    }
    Sums nobodys = sums.getLast();
    if (nobodys.whole.accounts() > 0) {
      parts.add(part(HeldAccount.NOBODY, "", "", nobodys, known(nobodys)));
    }
    return parts;
  }

  private static Part part(int number, String code, String name, Sums sums, Spread[] totals) {
    return new Part(number, code, name, sums.whole, sums.doubtful, sums.by, totals[0], totals[1]);
  }

  /** Totals as recorded, where no limits are asked for. */
  private static Spread[] known(Sums sums) {
    double potential = sums.whole.potentialCents();
    double workload = sums.workloadCentihours;
    return new Spread[] {
      new Spread(potential, potential, potential, potential, potential),
      new Spread(workload, workload, workload, workload, workload)
    };
  }
}
