package bailiwick.rules.lookup;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.FieldDomains;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The compiled form of one rule set. Immutable, serialisable and thread-safe; needs nothing but
 * itself to decide. Made by {@link RuleCompiler}.
 *
 * <p>Rules have numbers here: their places in winning order, by priority and then as printed.
 *
 * <p>How it decides: each dimension maps the subject's value to a class, and the class to a row
 * with one bit for each rule that may hold. Rows keep the words of bits that are not empty, with a
 * summary of which these are; what the summaries have in common is looked at, and the first rule
 * whose bit all rows share is the winner, unless it joins dimensions by or or not; such a rule is
 * evaluated as well. O(dimensions × (rules / 4,096 + words in common)).
 */
public final class RuleLookup implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Stands for no rule. */
  public static final int NONE = -1;

  private final RuleSet rules;
  private final Dimensions dimensions;
  private final List<Rule> order; // [number] -> rule
  private final List<Column> columns;
  private final Rows rows;
  private final Residuals residuals;
  private final FieldDomains domains;

  RuleLookup(
      RuleSet rules,
      Dimensions dimensions,
      List<Rule> order,
      List<Column> columns,
      Rows rows,
      Residuals residuals) {
    this.rules = rules;
    this.dimensions = dimensions;
    this.order = List.copyOf(order);
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.residuals = residuals;
    this.domains = FieldDomains.of(rules);
  }

  /** The rules it was made of. */
  public RuleSet rules() {
    return rules;
  }

  /** The dimensions the rules may ask about. */
  public Dimensions dimensions() {
    return dimensions;
  }

  /** How many rules there are. */
  public int ruleCount() {
    return order.size();
  }

  /** The rule of a number. */
  public Rule rule(int number) {
    return order.get(number);
  }

  /** The territory a subject falls to, empty when no rule holds. */
  public Optional<TerritoryCode> findTerritory(Subject subject) {
    int winner = findWinner(subject);
    return winner == NONE ? Optional.empty() : Optional.of(order.get(winner).territory());
  }

  /** Number of the rule that wins a subject, {@link #NONE} when no rule holds. */
  public int findWinner(Subject subject) {
    return rows.first(Standings.of(columns, rows, subject), 0, residuals);
  }

  /** Room for the values of so many subjects at a time, to be decided together. */
  public ClassColumns columns(int capacity) {
    return new ClassColumns(this, columns, rows, capacity);
  }

  /**
   * Numbers of the rules that win many subjects: for each what {@link #findWinner} says. Allocates
   * nothing.
   *
   * @param subjects filled by {@link #columns} of this lookup
   * @param count how many of them, the first ones
   * @param winners where the numbers go, {@link #NONE} where no rule holds
   */
  public void findWinners(ClassColumns subjects, int count, int[] winners) {
    if (!subjects.isOf(this)) {
      throw new IllegalArgumentException("The columns must be of this lookup.");
    }
    subjects.decide(rows, residuals, count, winners);
  }

  /** How many words of bits all its rows keep. */
  int wordCount() {
    return rows.size();
  }

  /** Numbers of all rules that hold for a subject, in winning order. */
  public BitSet findAll(Subject subject) {
    return rows.all(Standings.of(columns, rows, subject), 0, residuals);
  }

  /** Who would win a subject with other values. */
  public Vicinity around(Subject subject) {
    return new Vicinity(columns, rows, residuals, domains, subject);
  }

  /** The dimensions that some rule asks about. */
  public List<Dimension> askedDimensions() {
    return columns.stream().map(Column::dimension).toList();
  }

  @Override
  public String toString() {
    return "%s version %s: %s rules over %s"
        .formatted(
            rules.layer(),
            rules.version(),
            order.size(),
            Arrays.toString(columns.stream().map(column -> column.dimension().name()).toArray()));
  }
}
