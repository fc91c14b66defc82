package bailiwick.rules.check;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.syntax.RuleSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields beside the standard ones that some rule sets can ask about, and which texts are values
 * of them: for whoever takes in accounts that these rules are to decide. Immutable.
 */
public final class FurtherFields {

  private final Map<String, Set<Known>> byName = new LinkedHashMap<>();

  private FurtherFields() {}

  /** A field as one rule set knows it. */
  private record Known(Dimension dimension, FieldDomains domains) {}

  /** Those of rule sets that decide the same accounts, such as the layers of a file. */
  public static FurtherFields of(Collection<CheckedRules> rules) {
    var fields = new FurtherFields();
    rules.forEach(each -> fields.add(each.dimensions(), FieldDomains.of(each.rules())));
    return fields;
  }

  /** Those that rule sets declare beside the standard ones. O(their fields). */
  public static FurtherFields declaredBy(Collection<RuleSet> rules) {
    var fields = new FurtherFields();
    for (RuleSet each : rules) {
      fields.add(
          DeclaredFields.dimensions(each.fields(), Dimensions.STANDARD), FieldDomains.of(each));
    }
    return fields;
  }

  private void add(Dimensions dimensions, FieldDomains domains) {
    for (Dimension dimension : dimensions.further()) {
      byName
          .computeIfAbsent(dimension.name(), name -> new LinkedHashSet<>())
          .add(new Known(dimension, domains));
    }
  }

  /** Their names, in the order in which they are declared. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Whether some rule set knows a field of a name. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /**
   * Whether a text is a value of a field for one of the rule sets at least; the others then see it
   * as unknown.
   */
  public boolean isValue(String name, String text) {
    return byName.getOrDefault(name, Set.of()).stream()
        .anyMatch(known -> known.domains().read(known.dimension(), text).isPresent());
  }

  /**
   * What the values of a field are, after <i>is not</i>.
   *
   * @throws IllegalArgumentException when no rule set knows the field
   */
  public String expected(String name) {
    return byName.getOrDefault(name, Set.of()).stream()
        .findFirst()
        .map(known -> known.domains().expected(known.dimension()))
        .orElseThrow(() -> new IllegalArgumentException("The field (%s) is none.".formatted(name)));
  }
}
