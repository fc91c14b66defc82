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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The proofs of rules that begin or cease to count on some days: one for each stretch of days on
 * which the same rules count. Immutable.
 */
public final class DatedProof {

  private final RuleSet rules;
  private final List<Stretch> stretches;
  private final Map<RuleId, Rule> written = new HashMap<>();
  private final BooleanSupplier isTimeUp;

  private DatedProof(RuleSet rules, List<Stretch> stretches, BooleanSupplier isTimeUp) {
    this.rules = rules;
    this.stretches = List.copyOf(stretches);
    this.isTimeUp = isTimeUp;
    rules.rules().forEach(rule -> written.put(rule.id(), rule));
  }

  /** All rules. */
  public RuleSet rules() {
    return rules;
  }

  /**
   * In order, at least one; a stretch before the first rule begins or after the last has ceased is
   * none.
   */
  public List<Stretch> stretches() {
    return stretches;
  }

  /**
   * Days on which the same rules count, or all that were left when time was up: of these nothing is
   * decided.
   *
   * @param days from the first to before the one behind the last, open where nothing changes
   */
  public record Stretch(Period days, RuleProof proof) {}

  /**
   * Proves rules on all days.
   *
   * @param domains by the names of dimensions; one that is missing is open
   * @param budget of each stretch; time is that of all together
   */
  public static DatedProof of(CheckedRules checked, Map<String, Domain> domains, Budget budget) {
    List<Stretch> stretches = new ArrayList<>();
    List<Period> all = stretches(checked.rules());
    for (Period days : all) {
      RuleSpace space = RuleSpace.of(checked.on(dayIn(days)), domains);
      if (!stretches.isEmpty() && budget.isTimeUp().getAsBoolean()) {
        Period left = new Period(days.from(), all.getLast().until(), Span.NONE);
        stretches.add(new Stretch(left, RuleProof.unseen(space)));
        break;
      }
      stretches.add(new Stretch(days, RuleProof.of(space, budget)));
    }
    return new DatedProof(checked.rules(), stretches, budget.isTimeUp());
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

  /**
   * The smallest change found that gives the points of a box of a gap an owner on the days of a
   * stretch, and changes nothing on others; empty when no single one is known to.
   */
  public Optional<Repair> repair(Stretch stretch, Extent gap, Box box) {
    return stretch
        .proof()
        .repair(gap, box, rule -> countsOnlyOn(stretch.days(), rule))
        .map(repair -> repair instanceof Repair.Add add ? on(stretch.days(), add) : repair);
  }

  /**
   * The smallest change found that settles a clash on the days of a stretch, and changes nothing on
   * others; empty when that does not do, as when both rules count on others, too.
   */
  public Optional<Repair> repair(Stretch stretch, RuleProof.Clash clash) {
    return stretch.proof().repair(clash, rule -> countsOnlyOn(stretch.days(), rule));
  }

  private boolean countsOnlyOn(Period days, Rule live) {
    return days.isAlways() || days.holds(written(live.id()).period());
  }

  private Rule written(RuleId id) {
    return Objects.requireNonNull(written.get(id));
  }

  /** A rule that is added counts on those days, under an id that no rule of another day has. */
  private Repair on(Period days, Repair.Add add) {
    Set<String> taken =
        rules.rules().stream().map(rule -> rule.id().value()).collect(Collectors.toSet());
    Rule rule = add.rule();
    return new Repair.Add(
        new Rule(
            new RuleId(Repairs.newId(taken)),
            rule.priority(),
            days,
            rule.territory(),
            rule.condition(),
            rule.except(),
            rule.span()));
  }

  /**
   * Whether a rule that {@linkplain #neverWinning never wins} can be taken out, and which rules win
   * in its place, as far as the time of the proof leaves to find that out.
   */
  public Removal removal(Rule dead) {
    List<RuleProof> counting =
        stretches.stream()
            .filter(stretch -> dead.period().has(dayIn(stretch.days())))
            .map(Stretch::proof)
            .toList();
    if (counting.stream()
        .flatMap(proof -> proof.clashing().stream())
        .anyMatch(rule -> rule.id().equals(dead.id()))) {
      return new Removal.ClashFirst();
    }
    Set<RuleId> absorbing = new LinkedHashSet<>();
    counting.forEach(proof -> proof.absorbing(dead).forEach(rule -> absorbing.add(rule.id())));
    return absorbing.isEmpty()
        ? new Removal.Free(new Repair.Remove(dead, winningInsteadOf(dead, counting)))
        : new Removal.BehindCatchAlls(absorbing.stream().map(this::written).toList());
  }

  private Optional<List<Rule>> winningInsteadOf(Rule dead, List<RuleProof> counting) {
    Set<RuleId> winning = new LinkedHashSet<>();
    for (RuleProof proof : counting) {
      Optional<List<Rule>> instead = proof.winningInsteadOf(dead.id(), isTimeUp);
      if (instead.isEmpty()) {
        return Optional.empty();
      }
      instead.get().forEach(rule -> winning.add(rule.id()));
    }
    return Optional.of(winning.stream().map(this::written).toList());
  }

  /** Rules that win no point undisputed on any day on which they count, as they are printed. */
  public List<Rule> neverWinning() {
    Set<RuleId> winning = new HashSet<>();
    for (Stretch stretch : stretches) {
      Set<RuleId> never = new HashSet<>();
      stretch.proof().neverWinning().forEach(rule -> never.add(rule.id()));
      boolean isWhole = stretch.proof().undecided().isEmpty();
      for (Rule rule : rules.rules()) {
        boolean counts =
            isWhole
                ? rule.period().has(dayIn(stretch.days()))
                : rule.period().meets(stretch.days());
        if (counts && !(isWhole && never.contains(rule.id()))) {
          winning.add(rule.id());
        }
      }
    }
    return rules.rules().stream().filter(rule -> !winning.contains(rule.id())).toList();
  }
}
