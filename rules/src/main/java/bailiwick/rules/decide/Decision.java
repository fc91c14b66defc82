package bailiwick.rules.decide;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.syntax.RuleId;
import java.util.Optional;

/** Where a subject goes. */
public sealed interface Decision {

  /** The rules that were tried and why this came out. */
  Trace trace();

  /** One sentence for people: who gets it and why, or why nobody does. */
  String reason();

  /** The territory, empty when nobody gets it. */
  default Optional<TerritoryCode> findTerritory() {
    return switch (this) {
      case Routed routed -> Optional.of(routed.territory());
      case Nobody nobody -> Optional.empty();
    };
  }

  /**
   * It goes to a territory.
   *
   * @param rule the rule that won
   */
  record Routed(TerritoryCode territory, RuleId rule, String reason, Trace trace)
      implements Decision {}

  /** No rule holds, so nobody gets it. */
  record Nobody(String reason, Trace trace) implements Decision {}
}
