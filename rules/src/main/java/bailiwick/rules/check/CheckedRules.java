package bailiwick.rules.check;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.CodeScheme;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Rules whose fields, questions, areas and names are known to be right: later phases look nothing
 * up in vain. Immutable. Made from a rule set in which {@link RuleChecker} found no error.
 */
public final class CheckedRules {

  private final RuleSet rules;
  private final Dimensions known;
  private final Dimensions dimensions;
  private final Map<String, ValueList> lists = new HashMap<>();
  private final RuleSet effective;

  /**
   * Takes over a rule set that has no {@link RuleProblem error}.
   *
   * @param dimensions those that it may ask about besides tags and the fields that it declares
   */
  public CheckedRules(RuleSet rules, Dimensions dimensions) {
    this.rules = rules;
    this.known = dimensions;
    this.dimensions = DeclaredFields.dimensions(rules.fields(), dimensions);
    rules.lists().forEach(list -> lists.put(list.name(), list));
    this.effective = lowered(Hierarchy.flattened(rules));
  }

  /** The rules as written. */
  public RuleSet rules() {
    return rules;
  }

  /** The rules as they stand on a day, which has no error either. */
  public CheckedRules on(LocalDate day) {
    return new CheckedRules(rules.on(day), known);
  }

  /**
   * The rules as they decide: each asks by itself for what its territory and those above it ask,
   * and for nothing that it leaves out; each tag is a dimension of its own, and codes stand in the
   * one form in which values are read. A rule that needs none of this is the one that was written.
   */
  public RuleSet effective() {
    return effective;
  }

  /** The dimensions that they may ask about, besides tags. */
  public Dimensions dimensions() {
    return dimensions;
  }

  /** The dimension of a name that the rules use. */
  public Dimension dimension(String name) {
    return dimensions.find(name).orElseThrow(() -> new NoSuchElementException(name));
  }

  private RuleSet lowered(RuleSet flat) {
    return flat.withRules(
        flat.rules().stream()
            .map(rule ->
                isLowered(rule.condition()) ? rule : rule.withCondition(lowered(rule.condition())))
            .toList());
  }

  /** Whether every question is about one dimension, in the form in which its values are read. */
  private boolean isLowered(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().allMatch(this::isLowered);
      case Condition.Any any -> any.parts().stream().allMatch(this::isLowered);
      case Condition.Not not -> isLowered(not.part());
      case Condition.Atom atom -> !isAboutTags(atom) && !isAboutNace(atom);
    };
  }

  private Condition lowered(Condition condition) {
    return switch (condition) {
      case Condition.All all -> new Condition.All(lowered(all.parts()), all.span());
      case Condition.Any any -> new Condition.Any(lowered(any.parts()), any.span());
      case Condition.Not not -> new Condition.Not(lowered(not.part()), not.span());
      case Condition.Atom atom when isAboutTags(atom) -> tags(atom);
      case Condition.Atom atom -> isAboutNace(atom) ? rewritten(atom) : atom;
    };
  }

  private List<Condition> lowered(List<Condition> parts) {
    return parts.stream().map(this::lowered).toList();
  }

  private static boolean isAboutTags(Condition.Atom atom) {
    return atom.dimension().equals(Dimension.TAG);
  }

  /** One question for each tag, of which some must hold. */
  private Condition tags(Condition.Atom atom) {
    List<Condition> questions =
        valuesOf(atom).stream()
            .map(tag ->
                (Condition)
                    new Condition.In(
                        Dimension.ofTag(tag.text()).name(),
                        List.of(new Value(AttributeValue.HAS_TAG.value(), tag.span())),
                        false,
                        atom.span()))
            .toList();
    return questions.size() == 1 ? questions.getFirst() : new Condition.Any(questions, atom.span());
  }

  private boolean isAboutNace(Condition.Atom atom) {
    return dimension(atom.dimension()).type() instanceof DimensionType.Code code
        && code.scheme() != CodeScheme.PREFIX;
  }

  private Condition rewritten(Condition.Atom atom) {
    CodeScheme scheme = ((DimensionType.Code) dimension(atom.dimension()).type()).scheme();
    List<Value> codes =
        valuesOf(atom).stream()
            .map(code -> new Value(scheme.read(code.text()).orElse(code.text()), code.span()))
            .toList();
    return atom instanceof Condition.Prefix
        ? new Condition.Prefix(atom.dimension(), codes, atom.unknown(), atom.span())
        : new Condition.In(atom.dimension(), codes, atom.unknown(), atom.span());
  }

  private List<Value> valuesOf(Condition.Atom atom) {
    return switch (atom) {
      case Condition.In in -> in.values();
      case Condition.Prefix prefix -> prefix.prefixes();
      case Condition.Within within -> within.areas();
      case Condition.Listed listed -> list(listed);
      case Condition.Range range -> List.of();
    };
  }

  /** A condition with the values of its lists in place of their names. */
  public Condition withoutLists(Condition condition) {
    return switch (condition) {
      case Condition.All all -> new Condition.All(withoutLists(all.parts()), all.span());
      case Condition.Any any -> new Condition.Any(withoutLists(any.parts()), any.span());
      case Condition.Not not -> new Condition.Not(withoutLists(not.part()), not.span());
      case Condition.Listed listed -> withoutList(listed);
      case Condition.Atom atom -> atom;
    };
  }

  private List<Condition> withoutLists(List<Condition> parts) {
    return parts.stream().map(this::withoutLists).toList();
  }

  private Condition withoutList(Condition.Listed listed) {
    return dimension(listed.dimension()).type() instanceof DimensionType.Area
        ? new Condition.Within(listed.dimension(), list(listed), listed.unknown(), listed.span())
        : new Condition.In(listed.dimension(), list(listed), listed.unknown(), listed.span());
  }

  private List<Value> list(Condition.Listed listed) {
    ValueList list = lists.get(listed.list().text());
    if (list == null) {
      throw new NoSuchElementException(listed.list().text());
    }
    return list.entries().stream().map(ValueList.Entry::value).toList();
  }
}
