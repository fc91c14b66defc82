package bailiwick.rules.cover;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.Outcomes;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Example;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The proof that rules written by hand fit a plan. With the walk over the leaves it covers the
 * whole set: written rules of one priority never disagree; named accounts have a priority of their
 * own and stand once each; areas come last and ask about nothing else, so that a leaf without two
 * territories stays so whatever else is known.
 */
final class WrittenProof {

  private static final int MOST_NAMED = 12;

  private final CoverRequest request;
  private final RuleSet written;
  private final Set<String> ids;
  private final List<Problem> problems = new ArrayList<>();

  private WrittenProof(CoverRequest request) {
    this.request = request;
    this.written = request.written().rules();
    this.ids = written.rules().stream().map(rule -> rule.id().value()).collect(Collectors.toSet());
  }

  /**
   * Checks what can be said before the rules are compiled together.
   *
   * @throws ProblemException with every layer, territory, account and priority that does not fit
   */
  static void requireFitting(CoverRequest request) {
    var proof = new WrittenProof(request);
    if (request.written().isEmpty()) {
      return;
    }
    proof.checkLayer();
    proof.checkTerritories();
    proof.written.rules().forEach(proof::checkPriority);
    proof.problems.addAll(request.written().unknownAccounts());
    proof.end();
  }

  /**
   * Proves that written rules never disagree and that each decides something.
   *
   * @param warnings of the whole set, compiled; those about written rules are taken out
   * @throws ProblemException with every clash and every rule that never wins
   */
  static void requireSound(CoverRequest request, List<Problem> warnings) {
    var proof = new WrittenProof(request);
    if (proof.written.rules().isEmpty()) {
      return;
    }
    Outcomes outcomes = Outcomes.of(proof.written, Dimensions.STANDARD);
    if (!outcomes.isComplete()) {
      proof.problems.add(
          new WrittenProblem.TooEntangled(
              proof.written.rules().size(), request.written().header()));
      proof.end();
    }
    outcomes.clashes().forEach(clash -> proof.problems.add(clash(clash)));
    Set<String> never = new HashSet<>();
    outcomes.neverWinning().forEach(rule -> never.add(rule.id().value()));
    List<Problem> about =
        warnings.stream().filter(warning -> proof.ids.contains(deadRule(warning))).toList();
    about.forEach(warning -> never.add(deadRule(warning)));
    warnings.removeAll(about);
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

  private static WrittenProblem clash(Outcomes.Clash clash) {
    return new WrittenProblem.Clash(
        clash.other().id().value(),
        clash.other().territory().value(),
        clash.rule().id().value(),
        clash.rule().territory().value(),
        words(clash.witness()),
        clash.other().span());
  }

  /** Such as {@code industry 622110, employees 500}. */
  private static String words(Subject subject) {
    List<String> known = new ArrayList<>();
    for (Dimension dimension : Dimensions.STANDARD.all()) {
      subject
          .find(dimension.name())
          .map((AttributeValue value) -> dimension.name() + " " + value.text(dimension))
          .ifPresent(known::add);
    }
    return known.isEmpty() ? "what nothing is known of" : "`" + String.join(", ", known) + "`";
  }

  private void checkLayer() {
    if (!written.layer().equals(request.layer())) {
      problems.add(
          new WrittenProblem.OtherLayer(
              written.layer(), request.layer(), request.written().header()));
    }
  }

  private void checkTerritories() {
    written.territories().stream()
        .filter(title -> !isKnown(title.code()))
        .map(title ->
            new WrittenProblem.UnknownTerritory(title.code().value(), known(), title.span()))
        .forEach(problems::add);
    for (Example example : written.examples()) {
      TerritoryCode expected = example.expected();
      if (expected != null && !isKnown(expected)) {
        problems.add(
            new WrittenProblem.UnknownTerritory(expected.value(), known(), example.span()));
      }
    }
  }

  private boolean isKnown(TerritoryCode code) {
    return request.alignment().territories().contains(code);
  }

  private String known() {
    List<TerritoryCode> all = request.alignment().territories();
    String first =
        all.stream().limit(MOST_NAMED).map("`%s`"::formatted).collect(Collectors.joining(", "));
    return all.size() > MOST_NAMED
        ? first + " and %s more".formatted(all.size() - MOST_NAMED)
        : first;
  }

  private void checkPriority(Rule rule) {
    if (rule.priority() >= AlignmentRules.AREA_PRIORITY
        || rule.priority() == AlignmentRules.NAMED_PRIORITY) {
      problems.add(
          new WrittenProblem.WrongPriority(rule.id().value(), rule.priority(), rule.span()));
    }
  }

  private void end() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
