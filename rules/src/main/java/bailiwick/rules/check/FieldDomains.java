package bailiwick.rules.check;

import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.RuleSet;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values subjects can have, as far as rules declare it. Immutable. */
public final class FieldDomains implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, FieldDomain> byName = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  private FieldDomains() {}

  /** The domains that a rule set declares. */
  public static FieldDomains of(RuleSet rules) {
    var domains = new FieldDomains();
    for (Field field : rules.fields()) {
      if (!Dimension.isName(field.name())) {
        continue; // told, and no condition can ask about it
      }
      FieldDomain.of(field).ifPresent(of -> domains.byName.putIfAbsent(field.name(), of));
      if (field.known()) {
        domains.known.add(field.name());
      }
    }
    return domains;
  }

  /**
   * Whether a subject can have a value: one of the domain, and of a tag none but that it is there.
   */
  public boolean has(Dimension dimension, AttributeValue value) {
    if (dimension.isTag()) {
      return value.equals(AttributeValue.HAS_TAG);
    }
    FieldDomain domain = byName.get(dimension.name());
    return domain == null || domain.has(dimension, value);
  }

  /** Whether every subject has a value. */
  public boolean isAlwaysKnown(Dimension dimension) {
    return known.contains(dimension.name());
  }

  /** All the values of a dimension, empty when it may have any. */
  Optional<FieldDomain> find(Dimension dimension) {
    return Optional.ofNullable(byName.get(dimension.name()));
  }
}
