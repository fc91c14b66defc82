package bailiwick.cli.intake;

import bailiwick.cli.terminal.Json;
import bailiwick.core.problem.Problem;
import bailiwick.intake.quality.Doubt;
import bailiwick.intake.quality.Finding;
import bailiwick.intake.quality.HeldAccount;
import bailiwick.intake.quality.QualityReport;
import bailiwick.intake.quality.QualityReport.Part;
import bailiwick.intake.quality.QualityReport.Sum;
import bailiwick.intake.quality.Spread;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The quality of a file, as people and machines are told it.
 *
 * @param most share of the potential that may be doubtful, null for no limit
 */
record QualityTold(String file, QualityReport report, @Nullable Double most) {

  private static final double HUNDREDTH = 0.01;

  /** Territories printed; the worst come first, and --json has all. */
  private static final int MOST_PRINTED = 15;

  /** Prints shares in all, the limits, and the worst territories. */
  void print(PrintWriter to) {
    Part all = report.all();
    to.printf(
        Locale.ROOT,
        "%s: %,d accounts, %s of their potential rests on doubtful ones%n",
        file,
        all.whole().accounts(),
        percent(all.doubtfulShare()));
    for (Doubt doubt : Doubt.values()) {
      Sum sum = all.of(doubt);
      if (sum.accounts() > 0) {
        to.printf(
            Locale.ROOT,
            "  %-20s %,9d accounts %7s   of potential %7s%n",
            doubt.words(),
            sum.accounts(),
            percent(sum.shareOfAccounts(all.whole())),
            percent(sum.shareOf(all.whole())));
      }
    }
    print("balance of potential", report.potentialBalance(), to);
    print("balance of workload", report.workloadBalance(), to);
    report.territories().stream()
        .sorted(Comparator.comparingDouble(Part::doubtfulShare).reversed())
        .limit(MOST_PRINTED)
        .forEach(part -> print(part, to));
    if (most != null) {
      to.printf(
          "%s than the %s that may be doubtful.%n",
          all.doubtfulShare() > most ? "More" : "Not more", percent(most));
    }
  }

  private static void print(String what, Spread balance, PrintWriter to) {
    to.printf(
        "%s: ±%s, given the data between ±%s and ±%s (at the utmost ±%s and ±%s)%n",
        what,
        percent(balance.recorded()),
        percent(balance.low90()),
        percent(balance.high90()),
        percent(balance.low()),
        percent(balance.high()));
  }

  private static void print(Part part, PrintWriter to) {
    to.printf(
        Locale.ROOT,
        "  %-24s %7s doubtful   potential %,.0f (%,.0f to %,.0f)%n",
        part.number() == HeldAccount.NOBODY ? "nobody's" : part.code() + " " + part.name(),
        percent(part.doubtfulShare()),
        part.potential().recorded() * HUNDREDTH,
        part.potential().low90() * HUNDREDTH,
        part.potential().high90() * HUNDREDTH);
  }

  private static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
  }

  /** One JSON document with everything. */
  Map<String, Object> document(List<? extends Problem> unread) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file);
    document.put("on", report.on().toString());
    document.put("settings", report.settings());
    document.put("all", part(report.all()));
    document.put("territories", report.territories().stream().map(QualityTold::part).toList());
    document.put("potentialBalance", report.potentialBalance());
    document.put("workloadBalance", report.workloadBalance());
    document.put("findings", findings());
    document.put("problems", Json.problems(unread));
    return document;
  }

  /** What rests on one kind of doubt, as JSON. */
  private record DoubtShare(long accounts, double shareOfAccounts, double shareOfPotential) {}

  private static Map<String, Object> part(Part part) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("code", part.code());
    document.put("name", part.name());
    document.put("accounts", part.whole().accounts());
    document.put("doubtfulAccounts", part.doubtful().accounts());
    document.put("doubtfulShare", part.doubtfulShare());
    Map<String, Object> by = new LinkedHashMap<>();
    part.by()
        .forEach((doubt, sum) ->
            by.put(
                doubt.code(),
                new DoubtShare(
                    sum.accounts(), sum.shareOfAccounts(part.whole()), sum.shareOf(part.whole()))));
    document.put("doubts", by);
    document.put("potential", part.potential().times(HUNDREDTH));
    document.put("workloadHours", part.workload().times(HUNDREDTH));
    return document;
  }

  private List<Map<String, Object>> findings() {
    List<Map<String, Object>> told = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("doubt", finding.doubt().code());
      each.put("detail", finding.detail());
      each.put("id", finding.account().account().externalId());
      each.put("name", finding.account().account().name());
      each.put("row", finding.account().row());
      told.add(each);
    }
    return told;
  }
}
