package bailiwick.rules.decide;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.syntax.RuleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a decision came about. Immutable; holds texts ready to show.
 *
 * @param layer the layer decided
 * @param version the version of its rules
 * @param subject every dimension with the subject's value
 * @param ruleCount how many rules were tried
 * @param held rules that held, the winner first, then the runners-up in order
 * @param heldCount how many rules held; {@code held} lists the first of them
 * @param nearest rules that did not hold, those that fail in the fewest dimensions first
 * @param rejectedCount how many rules did not hold
 * @param change the smallest change of attributes that would lead elsewhere, null when none of up
 *     to three dimensions was found
 */
public record Trace(
    String layer,
    String version,
    List<Reading> subject,
    int ruleCount,
    List<RuleTrace> held,
    int heldCount,
    List<RuleTrace> nearest,
    int rejectedCount,
    @Nullable Change change) {

  public Trace {
    subject = List.copyOf(subject);
    held = List.copyOf(held);
    nearest = List.copyOf(nearest);
  }

  /**
   * The subject's value in a dimension.
   *
   * @param value as people write it, {@code unknown} when it is
   */
  public record Reading(String dimension, String value, boolean known) {}

  /**
   * One rule that was tried.
   *
   * @param territoryName empty when the territory has none
   * @param condition the rule's condition with the subject's values
   */
  public record RuleTrace(
      RuleId rule,
      int priority,
      TerritoryCode territory,
      String territoryName,
      boolean held,
      ConditionTrace condition) {}

  /**
   * One condition that was tried.
   *
   * @param text the condition in the rule language, long lists shortened to what matters
   * @param value the subject's value for a question about one dimension, empty for and, or, not
   * @param parts the parts of and, or, not
   */
  public record ConditionTrace(
      String text, boolean held, String value, List<ConditionTrace> parts) {
    public ConditionTrace {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A change of attributes that leads elsewhere.
   *
   * @param attributes what to change, one to three dimensions
   * @param territory where the subject would go then, null for nobody
   */
  public record Change(List<AttributeChange> attributes, @Nullable TerritoryCode territory) {
    public Change {
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * Another value in one dimension.
   *
   * @param from as people write it, {@code unknown} when it is
   * @param to as people write it, {@code unknown} when it is to be
   * @param toUnknown whether it is to be unknown, to tell that from the word
   */
  public record AttributeChange(String dimension, String from, String to, boolean toUnknown) {}
}
