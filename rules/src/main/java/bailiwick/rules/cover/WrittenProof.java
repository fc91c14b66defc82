package bailiwick.rules.cover;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The proof of written rules that fit a plan. With the walk over the leaves it covers the whole
 * set: written rules of one priority never disagree; named accounts have a priority of their own
 * and stand once each; areas come last and ask about nothing else, so that a leaf without two
 * territories stays so whatever else is known.
 */
final class WrittenProof {

  private final RuleSet written;
  private final CheckedRules checked;
  private final Set<String> ids;
  private final List<Problem> problems = new ArrayList<>();

  private WrittenProof(RuleSet written) {
    this.written = written;
    this.checked = new CheckedRules(written, Dimensions.STANDARD);
    this.ids = written.rules().stream().map(rule -> rule.id().value()).collect(Collectors.toSet());
  }

  /**
   * Proves that written rules never disagree and that each decides something.
   *
   * @param warnings of the whole set, compiled; those about written rules are taken out
   * @throws ProblemException with every clash and every rule that never wins
   */
  static void requireSound(WrittenRules written, List<Problem> warnings) {
    var proof = new WrittenProof(written.rules());
    if (proof.written.rules().isEmpty()) {
      return;
    }
    RuleSpace space = RuleSpace.of(proof.checked, Map.of());
    RuleProof outcomes = RuleProof.asWritten(space, Budget.USUAL);
    if (!outcomes.undecided().isEmpty()) {
      proof.problems.add(
          new WrittenProblem.TooEntangled(proof.written.rules().size(), written.header()));
    }
    outcomes.clashes().forEach(clash -> proof.problems.add(proof.clash(clash)));
    Set<String> never = new HashSet<>();
    outcomes.neverWinning().forEach(rule -> never.add(rule.id().value()));
    List<Problem> about =
        warnings.stream().filter(warning -> proof.ids.contains(deadRule(warning))).toList();
    about.forEach(warning -> never.add(deadRule(warning)));
    warnings.removeAll(about);
    outcomes.clashing().forEach(rule -> never.remove(rule.id().value())); // told already
    proof.written.rules().stream()
        .filter(rule -> never.contains(rule.id().value()))
        .forEach(rule ->
            proof.problems.add(new WrittenProblem.NeverWins(rule.id().value(), rule.span())));
    proof.end();
  }

  /** The rule that a warning calls without effect, empty when it is about something else. */
  private static String deadRule(Problem warning) {
    if (warning instanceof RuleProblem.Shadowed shadowed) {
      return shadowed.rule();
    }
    return warning instanceof RuleProblem.NeverHolds never ? never.rule() : "";
  }

  private WrittenProblem clash(RuleProof.Clash clash) {
    return new WrittenProblem.Clash(
        clash.other().id().value(),
        clash.other().territory().value(),
        clash.rule().id().value(),
        clash.rule().territory().value(),
        words(clash.witness()),
        clash.other().span());
  }

  /** Such as {@code industry 622110, employees 500}. */
  private String words(Subject subject) {
    List<String> known = new ArrayList<>();
    for (Dimension dimension : checked.dimensions().all()) {
      subject
          .find(dimension.name())
          .map((AttributeValue value) -> dimension.name() + " " + value.text(dimension))
          .ifPresent(known::add);
    }
    subject.tags().forEach(tag -> known.add(Dimension.TAG + " " + tag));
    return known.isEmpty() ? "what nothing is known of" : "`" + String.join(", ", known) + "`";
  }

  private void end() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
