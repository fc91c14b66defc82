package bailiwick.rules.proof;

import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A change of rules that settles one finding of a proof and leaves all points outside it as they
 * are. Of what only catch-alls own it takes points from them: that is its sense.
 */
public sealed interface Repair {

  /** The rules with the change made. */
  RuleSet applyTo(RuleSet rules);

  /**
   * Lets a rule hold for more.
   *
   * @param rule as it stands
   * @param dimension whose question is put otherwise
   * @param condition the question to put in place of those about that dimension
   */
  record Widen(Rule rule, String dimension, Condition condition) implements Repair {

    @Override
    public RuleSet applyTo(RuleSet rules) {
      List<Condition> parts = new ArrayList<>();
      for (Condition part : Repairs.parts(rule.condition())) {
        if (!part.asksOnlyAbout(dimension)) {
          parts.add(part);
        }
      }
      if (!(condition instanceof Condition.All all && all.parts().isEmpty())) {
        parts.add(condition);
      }
      Condition widened = new Condition.All(parts, Span.NONE);
      return changed(rules, rule.id(), old -> old.withCondition(widened));
    }
  }

  /** Adds a rule. */
  record Add(Rule rule) implements Repair {

    @Override
    public RuleSet applyTo(RuleSet rules) {
      List<Rule> more = new ArrayList<>(rules.rules());
      more.add(rule);
      return rules.withRules(more);
    }
  }

  /**
   * Takes out a rule that never wins.
   *
   * @param rule as it stands
   * @param by the rules that win whatever it holds for, none when it holds for nothing; empty when
   *     they were not found out
   */
  record Remove(Rule rule, Optional<List<Rule>> by) implements Repair {
    public Remove {
      by = by.map(List::copyOf);
    }

    @Override
    public RuleSet applyTo(RuleSet rules) {
      return rules.withRules(
          rules.rules().stream().filter(each -> !each.id().equals(rule.id())).toList());
    }
  }

  /** Keeps a rule from what another holds for. */
  record Exclude(Rule rule, Rule other) implements Repair {

    @Override
    public RuleSet applyTo(RuleSet rules) {
      Condition narrowed =
          new Condition.All(
              List.of(rule.condition(), new Condition.Not(other.condition(), Span.NONE)),
              Span.NONE);
      return changed(rules, rule.id(), old -> old.withCondition(narrowed));
    }
  }

  private static RuleSet changed(RuleSet rules, RuleId id, UnaryOperator<Rule> change) {
    return rules.withRules(
        rules.rules().stream()
            .map(rule -> rule.id().equals(id) ? change.apply(rule) : rule)
            .toList());
  }
}
