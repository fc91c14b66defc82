package bailiwick.rules.lookup;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.source.Pending;
import bailiwick.rules.syntax.RuleSet;
import java.io.Serializable;
import java.util.Optional;

/**
 * The compiled form of one rule set. Immutable, serialisable and thread-safe; needs nothing but
 * itself to decide. Made by {@link RuleCompiler}.
 */
public final class RuleLookup implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Stands for no rule. */
  public static final int NONE = -1;

  RuleLookup() {}

  /** The rules it was made of. */
  public RuleSet rules() {
    return Pending.pending();
  }

  /** The dimensions the rules may ask about. */
  public Dimensions dimensions() {
    return Pending.pending();
  }

  /** The territory a subject falls to, empty when no rule holds. */
  public Optional<TerritoryCode> findTerritory(Subject subject) {
    return Pending.pending();
  }
}
