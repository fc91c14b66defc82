package bailiwick.cli.rule;

import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.space.RuleSpace;
import bailiwick.server.rule.ProofDocument;
import bailiwick.server.rule.ReadRules;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The proof of one rule file, told in the file's own fields. */
final class ProofTold {

  private static final int MOST_SHOWN = 10;

  private final ReadRules read;
  private final RuleProof proof;

  /** Proves the rules. */
  ProofTold(ReadRules read) {
    this.read = read;
    RuleSpace space = RuleSpace.of(read.checked(), read.domains());
    this.proof = RuleProof.of(space, RuleProof.MOST);
  }

  RuleProof proof() {
    return proof;
  }

  /** All of it, for machines. */
  Map<String, @Nullable Object> told() {
    return ProofDocument.of(read, proof);
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
                clash.rule().id(), clash.other().id(), read.words(clash.witness())));
    if (proof.clashes().size() > MOST_SHOWN) {
      boolean isCut = proof.clashes().size() == RuleProof.MOST_CLASHES;
      out.printf(
          "  … and %s%s more pairs of rules.%n",
          isCut ? "at least " : "", proof.clashes().size() - MOST_SHOWN);
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
                percent(fault.points()),
                read.words(witness)));
  }

  private BigDecimal percent(BigInteger points) {
    return new BigDecimal(points)
        .multiply(BigDecimal.valueOf(100))
        .divide(new BigDecimal(proof.points()), MathContext.DECIMAL32);
  }
}
