package bailiwick.server.rule;

import bailiwick.rules.proof.Repair;
import bailiwick.rules.syntax.RulePrinter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A proposed repair in words, and as JSON. */
public final class RepairWords {

  private RepairWords() {}

  /** As JSON: what kind, which rules, the condition in the rule language, and the sentence. */
  public static Map<String, Object> of(Repair repair) {
    Map<String, Object> told = new LinkedHashMap<>();
    switch (repair) {
      case Repair.Widen widen -> {
        told.put("kind", "widen");
        told.put("rule", widen.rule().id().value());
        told.put("field", widen.dimension());
        told.put("condition", RulePrinter.print(widen.condition()));
      }
      case Repair.Add add -> {
        told.put("kind", "add");
        told.put("territory", add.rule().territory().value());
        told.put("priority", add.rule().priority());
        told.put("condition", RulePrinter.print(add.rule().condition()));
      }
      case Repair.Exclude exclude -> {
        told.put("kind", "exclude");
        told.put("rule", exclude.rule().id().value());
        told.put("other", exclude.other().id().value());
        told.put("condition", RulePrinter.print(exclude.other().condition()));
      }
    }
    told.put("words", words(repair));
    return told;
  }

  /** A sentence that says what to write. */
  public static String words(Repair repair) {
    return switch (repair) {
      case Repair.Widen widen ->
          "Write in `%s`: %s.".formatted(widen.rule().id(), RulePrinter.print(widen.condition()));
      case Repair.Add add ->
          "Add to territory `%s` a rule with priority %s when %s."
              .formatted(
                  add.rule().territory().value(),
                  add.rule().priority(),
                  RulePrinter.print(add.rule().condition()));
      case Repair.Exclude exclude ->
          "Add to `%s`: and not (%s), so that `%s` goes before it."
              .formatted(
                  exclude.rule().id(),
                  RulePrinter.print(exclude.other().condition()),
                  exclude.other().id());
    };
  }
}
