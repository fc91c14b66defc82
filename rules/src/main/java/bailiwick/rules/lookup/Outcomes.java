package bailiwick.rules.lookup;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that rules can decide, over all their dimensions together: which of them ever win, and
 * where two of one priority send a subject to different territories. Immutable.
 */
public final class Outcomes {

  // Implementation note: a decision diagram that is walked and never built. One dimension after the
  // other is made known, kind of value by kind of value; what is left of each rule's condition is
  // carried along. Rules behind one that certainly holds are dropped, and whatever leaves the same
  // rules open is walked once. After the last dimension every rule left holds.

  /** How many states a walk visits at most before it gives up: some seconds. */
  private static final int MOST_STATES = 200_000;

  /** Names a value that no rule names. */
  private static final AttributeValue ELSE = new AttributeValue.Text("elsewhere");

  private final NumberedRules rules;
  private final int mostStates;
  private final List<List<Kind>> kinds = new ArrayList<>(); // [column] -> kinds of values
  private final Set<State> seen = new HashSet<>();
  private final BitSet winning = new BitSet();
  private final Map<Pair, Clash> clashes = new LinkedHashMap<>();
  private boolean complete = true;

  private Outcomes(NumberedRules rules, int mostStates) {
    this.rules = rules;
    this.mostStates = mostStates;
  }

  /**
   * Two rules of one priority that hold for a subject and send it to different territories, while
   * no rule of a better priority does.
   *
   * @param rule the one that would win, as it is printed first
   * @param witness a subject for which both hold
   */
  public record Clash(Rule rule, Rule other, Subject witness) {}

  /** Values of one dimension for which the same questions hold, with one of them. */
  private record Kind(BitSet holding, @Nullable AttributeValue sample) {}

  /** A rule that may still win, and what is left of its condition. */
  private record Open(int rule, Formula rest) {
    boolean isCertain() {
      return rest.equals(Remainder.YES);
    }
  }

  private record State(int column, List<Open> open) {}

  private record Pair(int rule, int other) {}

  /**
   * Walks the rules.
   *
   * @param rules without errors over these dimensions
   */
  public static Outcomes of(RuleSet rules, Dimensions dimensions) {
    return of(rules, dimensions, MOST_STATES);
  }

  /** The same, giving up after a number of states. */
  static Outcomes of(RuleSet rules, Dimensions dimensions, int mostStates) {
    var numbered = NumberedRules.of(new CheckedRules(rules, dimensions));
    var outcomes = new Outcomes(numbered, mostStates);
    for (int column = 0; column < numbered.columns().size(); column++) {
      outcomes.kinds.add(kinds(numbered.divide(column)));
    }
    List<Open> all = new ArrayList<>();
    for (int rule = 0; rule < numbered.order().size(); rule++) {
      all.add(new Open(rule, numbered.formulas().get(rule)));
    }
    outcomes.walk(0, outcomes.left(all, -1, new BitSet()), Subject.UNKNOWN);
    return outcomes;
  }

  /** Whether all was walked. Otherwise the rules are too entangled, and what is told is not all. */
  public boolean isComplete() {
    return complete;
  }

  /** Rules that win for no subject, in winning order; of a complete walk. */
  public List<Rule> neverWinning() {
    List<Rule> never = new ArrayList<>();
    for (int rule = winning.nextClearBit(0);
        rule < rules.order().size();
        rule = winning.nextClearBit(rule + 1)) {
      never.add(rules.order().get(rule));
    }
    return never;
  }

  /** Each pair of rules that clash, with a witness. */
  public List<Clash> clashes() {
    return List.copyOf(clashes.values());
  }

  private static List<Kind> kinds(ValueClasses.Divided divided) {
    Map<Integer, @Nullable AttributeValue> samples = new LinkedHashMap<>();
    samples.put(ValueClasses.UNKNOWN, null);
    divided
        .classes()
        .neighbours(null)
        .forEach(neighbour -> samples.putIfAbsent(neighbour.of(), neighbour.value()));
    for (int of = 1; of < divided.questions().size(); of++) {
      samples.putIfAbsent(of, ELSE);
    }
    Map<BitSet, Kind> kinds = new LinkedHashMap<>();
    samples.forEach((of, sample) -> {
      BitSet holding = divided.questions().get(of).toBitSet();
      kinds.putIfAbsent(holding, new Kind(holding, sample));
    });
    return List.copyOf(kinds.values());
  }

  private void walk(int column, List<Open> open, Subject subject) {
    if (open.isEmpty()) {
      return;
    }
    if (open.stream().allMatch(Open::isCertain)) {
      note(open, subject);
      return;
    }
    if (!complete || !seen.add(new State(column, open))) {
      return;
    }
    if (seen.size() > mostStates) {
      complete = false;
      return;
    }
    Dimension dimension = rules.columns().get(column);
    for (Kind kind : kinds.get(column)) {
      List<Open> left = left(open, column, kind.holding());
      walk(column + 1, left, subject.with(dimension.name(), kind.sample()));
    }
  }

  /** What may still win once a column is known: no rule behind the first that certainly holds. */
  private List<Open> left(List<Open> open, int column, BitSet holding) {
    List<Open> left = new ArrayList<>();
    int worst = Integer.MAX_VALUE;
    for (Open each : open) {
      if (priority(each) > worst) {
        break;
      }
      Formula rest = Remainder.of(each.rest(), column, holding);
      if (rest.equals(Remainder.YES)) {
        worst = priority(each);
      }
      if (!rest.equals(Remainder.NO)) {
        left.add(new Open(each.rule(), rest));
      }
    }
    return List.copyOf(left);
  }

  private int priority(Open open) {
    return rules.order().get(open.rule()).priority();
  }

  private void note(List<Open> holding, Subject subject) {
    int winner = holding.getFirst().rule();
    winning.set(winner);
    Rule first = rules.order().get(winner);
    TerritoryCode territory = first.territory();
    for (Open each : holding) {
      Rule other = rules.order().get(each.rule());
      if (other.priority() == first.priority() && !other.territory().equals(territory)) {
        clashes.putIfAbsent(new Pair(winner, each.rule()), new Clash(first, other, subject));
      }
    }
  }
}
