package bailiwick.rules.proof;

import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.proof.RuleProof.Verdict;
import bailiwick.rules.source.Span;
import bailiwick.rules.space.Domain;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Period;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The proofs of rules that begin or cease to count on some days: one for each stretch of days on
 * which the same rules count. Immutable.
 *
 * @param rules all of them
 * @param stretches in order, at least one; a stretch before the first rule begins or after the last
 *     has ceased is none
 */
public record DatedProof(RuleSet rules, List<Stretch> stretches) {

  public DatedProof {
    stretches = List.copyOf(stretches);
  }

  /**
   * Days on which the same rules count.
   *
   * @param days from the first to before the one behind the last, open where nothing changes
   */
  public record Stretch(Period days, RuleProof proof) {}

  /**
   * Proves rules on all days.
   *
   * @param domains by the names of dimensions; one that is missing is open
   * @param budget of all stretches together
   */
  public static DatedProof of(CheckedRules checked, Map<String, Domain> domains, Budget budget) {
    List<Stretch> stretches = new ArrayList<>();
    List<Period> all = stretches(checked.rules());
    for (Period days : all) {
      CheckedRules live = checked.on(dayIn(days));
      stretches.add(
          new Stretch(days, RuleProof.of(RuleSpace.of(live, domains), budget.among(all.size()))));
    }
    return new DatedProof(checked.rules(), stretches);
  }

  private static List<Period> stretches(RuleSet rules) {
    List<Period> stretches = new ArrayList<>();
    @Nullable LocalDate from = null;
    for (LocalDate change : rules.changeDates()) {
      stretches.add(new Period(from, change, Span.NONE));
      from = change;
    }
    stretches.add(new Period(from, null, Span.NONE));
    if (stretches.size() > 1 && !isLive(rules, stretches.getLast())) {
      stretches.removeLast();
    }
    if (stretches.size() > 1 && !isLive(rules, stretches.getFirst())) {
      stretches.removeFirst();
    }
    return stretches;
  }

  private static boolean isLive(RuleSet rules, Period days) {
    return rules.rules().stream().anyMatch(rule -> rule.period().has(dayIn(days)));
  }

  /** Any one: on all of them the same rules count. */
  private static LocalDate dayIn(Period days) {
    LocalDate from = days.from();
    LocalDate until = days.until();
    return from != null ? from : until != null ? until.minusDays(1) : LocalDate.EPOCH;
  }

  /** What they come to together: the worst, counterexamples before what is not decided. */
  public Verdict verdict() {
    return worst().proof().verdict();
  }

  /** The first stretch with the worst verdict. */
  public Stretch worst() {
    Verdict worst =
        Verdict.worst(stretches.stream().map(stretch -> stretch.proof().verdict()).toList());
    return stretches.stream()
        .filter(stretch -> stretch.proof().verdict() == worst)
        .findFirst()
        .orElseThrow();
  }

  /** Rules that win no point undisputed on any day on which they count, as they are printed. */
  public List<Rule> neverWinning() {
    Set<RuleId> winning = new HashSet<>();
    for (Stretch stretch : stretches) {
      Set<RuleId> never = new HashSet<>();
      stretch.proof().neverWinning().forEach(rule -> never.add(rule.id()));
      boolean isWhole = stretch.proof().undecided().isEmpty();
      for (Rule rule : rules.rules()) {
        if (rule.period().has(dayIn(stretch.days())) && !(isWhole && never.contains(rule.id()))) {
          winning.add(rule.id());
        }
      }
    }
    return rules.rules().stream().filter(rule -> !winning.contains(rule.id())).toList();
  }
}
