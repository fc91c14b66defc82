package bailiwick.server.rule;

import bailiwick.rules.proof.Box;
import bailiwick.rules.proof.Removal;
import bailiwick.rules.proof.Repair;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.syntax.Period;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RulePrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A proposed repair in words, and as JSON. */
public final class RepairWords {

  /** How many rules a sentence names. */
  private static final int MOST_NAMED = 12;

  private RepairWords() {}

  /** Why a box on some days that nobody, or only a rule for everything owns has no repair. */
  public static String whyNone(RuleProof proof, Box box, Period days) {
    if (!days.isAlways() && proof.gap().points().equals(proof.points())) {
      return "No rule holds on these days: let those before or after count on them, too.";
    }
    if (box.points().equals(proof.points())) {
      return "Only a rule for everything would close it: write who owns what first.";
    }
    if (proof.catchAlls().stream().anyMatch(rule -> rule.priority() == 0)) {
      return "`%s` stands before every other rule: give it a worse priority first."
          .formatted(proof.catchAlls().getFirst().id());
    }
    return "Each territory asks something itself that an added rule could not pass.";
  }

  /** Why a clash on some days has no repair. */
  public static String whyNone(RuleProof.Clash clash, Period days) {
    return "No change of these days alone settles it: end `%s` or `%s` and write it anew%s."
        .formatted(clash.rule().id(), clash.other().id(), days(days));
  }

  private static String days(Period days) {
    String from = days.from() == null ? "" : " from " + days.from();
    return from + (days.until() == null ? "" : " until " + days.until());
  }

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
        if (!add.rule().period().isAlways()) {
          told.put("from", Objects.toString(add.rule().period().from(), null));
          told.put("until", Objects.toString(add.rule().period().until(), null));
        }
        told.put("condition", RulePrinter.print(add.rule().condition()));
      }
      case Repair.Remove remove -> {
        told.put("kind", "remove");
        told.put("rule", remove.rule().id().value());
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

  private static String names(List<Rule> rules) {
    String first =
        rules.stream()
            .limit(MOST_NAMED)
            .map(rule -> "`" + rule.id() + "`")
            .collect(Collectors.joining(", "));
    return rules.size() > MOST_NAMED
        ? first + " and %s more".formatted(rules.size() - MOST_NAMED)
        : first;
  }

  /** What to do about a rule that never wins, or why nothing can be done yet. */
  public static String words(Removal removal) {
    return switch (removal) {
      case Removal.Free(var repair) -> words(repair);
      case Removal.ClashFirst() ->
          "It claims with others what no better rule holds for: settle these pairs first.";
      case Removal.BehindCatchAlls(var before) ->
          "%s %s before it and %s for everything; else it would own something. Give it a better priority."
              .formatted(
                  names(before),
                  before.size() == 1 ? "comes" : "come",
                  before.size() == 1 ? "holds" : "hold");
    };
  }

  private static String winningInstead(List<Rule> by) {
    return by.isEmpty()
        ? "it decides nothing."
        : "wherever it holds, %s %s first.".formatted(names(by), by.size() == 1 ? "comes" : "come");
  }

  /** A sentence that says what to write. */
  public static String words(Repair repair) {
    return switch (repair) {
      case Repair.Widen widen ->
          "Write in `%s`: %s.".formatted(widen.rule().id(), RulePrinter.print(widen.condition()));
      case Repair.Add add ->
          "Add to territory `%s` a rule with priority %s%s when %s."
              .formatted(
                  add.rule().territory().value(),
                  add.rule().priority(),
                  days(add.rule().period()),
                  RulePrinter.print(add.rule().condition()));
      case Repair.Remove(var rule, var by) ->
          "Remove `%s`: %s"
              .formatted(
                  rule.id(),
                  by.map(RepairWords::winningInstead)
                      .orElse("it never wins; what wins in its place was not found out."));
      case Repair.Exclude exclude ->
          "Add to `%s`: and not (%s), so that `%s` goes before it."
              .formatted(
                  exclude.rule().id(),
                  RulePrinter.print(exclude.other().condition()),
                  exclude.other().id());
    };
  }
}
