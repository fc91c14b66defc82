package bailiwick.rules.syntax;

import bailiwick.core.alignment.TerritoryCode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One version of the rules of a layer. Immutable.
 *
 * @param layer the coverage responsibility it decides, such as {@code new-business}
 * @param version name of the version, unique within the layer
 * @param fields that it declares, beside those that all rule sets know
 * @param territories in the order in which they are printed
 * @param lists values that rules refer to
 * @param rules by the order of their territories, then as given
 * @param examples tests that the rules must pass
 */
public record RuleSet(
    String layer,
    String version,
    List<Field> fields,
    List<TerritoryTitle> territories,
    List<ValueList> lists,
    List<Rule> rules,
    List<Example> examples)
    implements Serializable {

  public RuleSet {
    fields = List.copyOf(fields);
    territories = List.copyOf(territories);
    lists = List.copyOf(lists);
    rules = inOrderOf(territories, rules);
    examples = List.copyOf(examples);
  }

  /** A rule set that declares no field. */
  public RuleSet(
      String layer,
      String version,
      List<TerritoryTitle> territories,
      List<ValueList> lists,
      List<Rule> rules,
      List<Example> examples) {
    this(layer, version, List.of(), territories, lists, rules, examples);
  }

  /** A rule set of territories and rules alone. */
  public static RuleSet of(
      String layer, String version, List<TerritoryTitle> territories, List<Rule> rules) {
    return new RuleSet(layer, version, territories, List.of(), rules, List.of());
  }

  /** A copy with other rules. */
  public RuleSet withRules(List<Rule> others) {
    return new RuleSet(layer, version, fields, territories, lists, others, examples);
  }

  /** A copy with other territories. */
  public RuleSet withTerritories(List<TerritoryTitle> others) {
    return new RuleSet(layer, version, fields, others, lists, rules, examples);
  }

  /** A copy with other lists. */
  public RuleSet withLists(List<ValueList> others) {
    return new RuleSet(layer, version, fields, territories, others, rules, examples);
  }

  /** A copy with other examples. */
  public RuleSet withExamples(List<Example> others) {
    return new RuleSet(layer, version, fields, territories, lists, rules, others);
  }

  /** The name of a territory, empty when it has none or is not in the set. */
  public String territoryName(TerritoryCode code) {
    return territories.stream()
        .filter(title -> title.code().equals(code))
        .map(TerritoryTitle::name)
        .findFirst()
        .orElse("");
  }

  /**
   * The rules as they stand on a day: those that count then, without their periods, and the
   * examples that speak of it. O(rules).
   */
  public RuleSet on(LocalDate day) {
    return new RuleSet(
        layer,
        version,
        fields,
        territories,
        lists,
        rules.stream()
            .filter(rule -> rule.period().has(day))
            .map(rule -> rule.period().isAlways() ? rule : rule.withPeriod(Period.ALWAYS))
            .toList(),
        examples.stream()
            .filter(example -> example.day() == null || example.day().equals(day))
            .map(Example::withoutDay)
            .toList());
  }

  /**
   * The days on which a rule begins or ceases to count, in order; between two of them, before the
   * first and from the last on the same rules count. Empty when all rules always count. O(rules).
   */
  public List<LocalDate> changeDates() {
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (Rule rule : rules) {
      Period period = rule.period();
      if (!period.isEmpty()) {
        Stream.of(Optional.ofNullable(period.from()), Optional.ofNullable(period.until()))
            .flatMap(Optional::stream)
            .forEach(dates::add);
      }
    }
    return List.copyOf(dates);
  }

  private static List<Rule> inOrderOf(List<TerritoryTitle> territories, List<Rule> rules) {
    Map<TerritoryCode, Integer> place = new HashMap<>();
    for (TerritoryTitle title : territories) {
      place.putIfAbsent(title.code(), place.size());
    }
    return rules.stream()
        .sorted(
            Comparator.comparing(
                (Rule rule) -> place.getOrDefault(rule.territory(), Integer.MAX_VALUE)))
        .toList();
  }
}
