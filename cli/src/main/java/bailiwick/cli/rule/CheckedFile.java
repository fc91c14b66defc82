package bailiwick.cli.rule;

import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.check.RuleChecker;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Rule;
import bailiwick.server.rule.JsonRules;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The proof of one rule file, told in the file's own fields. */
final class CheckedFile {

  private static final int MOST_SHOWN = 10;

  private final RuleProof proof;
  private final Function<Subject, Map<String, @Nullable Object>> fields;

  private CheckedFile(RuleProof proof, Function<Subject, Map<String, @Nullable Object>> fields) {
    this.proof = proof;
    this.fields = fields;
  }

  /** Proves rules that are compiled already, over every value that a field may have. */
  static CheckedFile ofText(RuleLookup lookup) {
    var checked = new CheckedRules(lookup.rules(), lookup.dimensions());
    RuleSpace space = RuleSpace.of(checked, Map.of());
    return new CheckedFile(
        RuleProof.of(space, RuleProof.MOST_STATES),
        subject -> fields(subject, space, lookup.dimensions()));
  }

  /**
   * Proves rules of a JSON document over the domains that it declares, and prints its warnings.
   *
   * @throws ProblemException with everything that is wrong with them
   */
  static CheckedFile ofJson(Source source, PrintWriter err) {
    JsonRules read = JsonRules.read(source);
    List<RuleProblem> problems = new RuleChecker(read.dimensions(), null).check(read.rules());
    if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      throw new ProblemException(problems);
    }
    new ProblemPrinter(err).print(problems);
    var checked = new CheckedRules(read.rules(), read.dimensions());
    RuleProof proof = RuleProof.of(RuleSpace.of(checked, read.domains()), RuleProof.MOST_STATES);
    return new CheckedFile(proof, read::fields);
  }

  private static Map<String, @Nullable Object> fields(
      Subject subject, RuleSpace space, Dimensions dimensions) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Dimension dimension : dimensions.all()) {
      if (space.axes().stream().anyMatch(axis -> axis.dimension().equals(dimension))) {
        Optional<AttributeValue> value = subject.find(dimension.name());
        fields.put(dimension.name(), value.map(known -> known.text(dimension)).orElse(null));
      }
    }
    return fields;
  }

  RuleProof proof() {
    return proof;
  }

  /** All of it, for machines. */
  Map<String, @Nullable Object> told() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("verdict", proof.verdict());
    told.put("points", proof.points());
    told.put("gapPoints", proof.gap().points());
    told.put("gapWitness", proof.gap().witness().map(fields).orElse(null));
    told.put("conflictPoints", proof.conflict().points());
    told.put("conflictWitness", proof.conflict().witness().map(fields).orElse(null));
    told.put("clashes", proof.clashes().stream().map(this::clash).toList());
    told.put("undecidedPoints", proof.undecided().points());
    told.put("shadowed", ids(proof.neverWinning()));
    told.put("order", proof.order());
    told.put("nodes", proof.nodes());
    return told;
  }

  private Map<String, @Nullable Object> clash(RuleProof.Clash clash) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("rules", ids(List.of(clash.rule(), clash.other())));
    told.put("points", clash.points());
    told.put("witness", fields.apply(clash.witness()));
    return told;
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(rule -> rule.id().value()).toList();
  }

  /** All of it, for people. */
  void print(PrintWriter out) {
    out.println(
        switch (proof.verdict()) {
          case PROVEN -> "Proven: every account and lead has exactly one owner.";
          case COUNTEREXAMPLE -> "Not sound: there are counterexamples.";
          case NOT_DECIDED -> "Not decided: the rules depend on each other in too many ways.";
        });
    print(out, "Nobody owns", proof.gap());
    print(out, "Two territories claim", proof.conflict());
    print(out, "Not looked into", proof.undecided());
    proof.clashes().stream()
        .limit(MOST_SHOWN)
        .forEach(clash ->
            out.printf(
                "  `%s` and `%s` both hold for %s%n",
                clash.rule().id(), clash.other().id(), words(clash.witness())));
    if (proof.clashes().size() > MOST_SHOWN) {
      out.printf("  … and %s more pairs of rules.%n", proof.clashes().size() - MOST_SHOWN);
    }
    if (!proof.neverWinning().isEmpty()) {
      out.printf(
          "Never win: %s%n",
          proof.neverWinning().stream()
              .map(rule -> "`" + rule.id() + "`")
              .collect(Collectors.joining(", ")));
    }
    out.flush();
  }

  private void print(PrintWriter out, String what, RuleProof.Fault fault) {
    fault
        .witness()
        .ifPresent(witness ->
            out.printf(
                Locale.ROOT,
                "%s: %,d of %,d points (%.3g %%), such as %s%n",
                what,
                fault.points(),
                proof.points(),
                100 * fault.points().doubleValue() / proof.points().doubleValue(),
                words(witness)));
  }

  private String words(Subject subject) {
    return fields.apply(subject).entrySet().stream()
        .map(field ->
            field.getKey() + " " + (field.getValue() == null ? "unknown" : field.getValue()))
        .collect(Collectors.joining(", "));
  }
}
