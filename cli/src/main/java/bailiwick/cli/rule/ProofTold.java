package bailiwick.cli.rule;

import bailiwick.core.account.Account;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.proof.Box;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.Census;
import bailiwick.rules.proof.DatedCensus;
import bailiwick.rules.proof.DatedProof;
import bailiwick.rules.proof.Extent;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.syntax.Period;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.server.rule.ProofDocument;
import bailiwick.server.rule.ReadRules;
import bailiwick.server.rule.RepairWords;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The proof of one rule file, told in the file's own fields. */
final class ProofTold {

  private static final int MOST_SHOWN = 10;
  private static final int MOST_REGIONS = 3;

  private final ReadRules read;
  private final DatedProof proof;
  private @Nullable DatedCensus census;
  private AccountWorth worth = AccountWorth.POTENTIAL;

  /** Proves the rules on every day. */
  ProofTold(ReadRules read) {
    this.read = read;
    this.proof = DatedProof.of(read.checked(), read.domains(), Budget.USUAL);
  }

  /** The layer. */
  String name() {
    return read.layer();
  }

  DatedProof proof() {
    return proof;
  }

  /** Begins to count accounts: findings then say how many they touch. */
  void startCensus(AccountWorth value) {
    census = new DatedCensus(proof);
    worth = value;
  }

  /** Counts an account, after {@link #startCensus}. */
  void add(Account account) {
    Objects.requireNonNull(census).add(Subject.of(account), worth.of(account));
  }

  /** All of it, for machines. */
  Map<String, @Nullable Object> told() {
    return ProofDocument.of(read, proof, census, worth.scale());
  }

  /** All of it, for people. */
  void print(PrintWriter out) {
    out.println(
        switch (proof.verdict()) {
          case PROVEN -> "Proven: every account and lead has exactly one owner.";
          case COUNTEREXAMPLE -> "Not sound: there are counterexamples.";
          case NOT_DECIDED -> "Not decided: the rules depend on each other in too many ways.";
        });
    for (DatedProof.Stretch stretch : proof.stretches()) {
      if (!stretch.days().isAlways()) {
        out.printf("%s:%n", days(stretch.days()));
      }
      print(out, stretch.proof());
    }
    if (census != null && census.outside() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d accounts have values that the declared fields do not have, and are in no finding.%n",
          census.outside());
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

  private static String days(Period days) {
    String from = days.from() == null ? "" : "from " + days.from();
    String until = days.until() == null ? "" : "to before " + days.until();
    String both = (from + " " + until).strip();
    return Character.toUpperCase(both.charAt(0)) + both.substring(1);
  }

  private void print(PrintWriter out, RuleProof proof) {
    print(out, "Nobody owns", proof, proof.gap());
    printRepairs(out, proof, proof.gap());
    print(out, "Only a rule for everything owns", proof, proof.orphaned());
    printRepairs(out, proof, proof.orphaned());
    print(out, "Two territories claim", proof, proof.conflict());
    proof.clashes().stream()
        .limit(MOST_SHOWN)
        .forEach(clash ->
            out.printf(
                "  `%s` and `%s` both hold for %s%n",
                clash.rule().id(), clash.other().id(), read.words(clash.witness())));
    proof.clashes().stream()
        .limit(isDated() ? 0 : 1)
        .forEach(
            clash -> out.printf("  To settle it: %s%n", RepairWords.words(proof.repair(clash))));
    if (proof.clashes().size() > MOST_SHOWN) {
      boolean isCut = proof.clashes().size() == RuleProof.MOST_CLASHES;
      out.printf(
          "  … and %s%s more pairs of rules.%n",
          isCut ? "at least " : "", proof.clashes().size() - MOST_SHOWN);
    }
    print(out, "Not looked into", proof, proof.undecided());
    printRegions(out, proof.undecided());
  }

  private void print(PrintWriter out, String what, RuleProof proof, Extent extent) {
    extent
        .witness()
        .ifPresent(witness ->
            out.printf(
                Locale.ROOT,
                "%s: %,d of %,d points (%.3g %%), such as %s%n",
                what,
                extent.points(),
                proof.points(),
                percent(extent.points(), proof.points()),
                read.words(witness)));
    if (census != null && !extent.isEmpty()) {
      Census.Holding holding = census.of(proof).in(extent);
      out.printf(
          Locale.ROOT,
          "  %,d accounts there, %s %s%n",
          holding.accounts(),
          worth.name().toLowerCase(Locale.ROOT),
          worth.decimal(holding.value()));
    }
  }

  /** A repair of one stretch of days would hold in the others, too. */
  private boolean isDated() {
    return !proof.stretches().getFirst().days().isAlways();
  }

  /** The first boxes of a gap, each with what would close it. */
  private void printRepairs(PrintWriter out, RuleProof proof, Extent gap) {
    for (Box box : gap.boxes(MOST_REGIONS)) {
      out.printf("  when %s%n", RulePrinter.print(box.condition()));
      if (!isDated()) {
        proof
            .repair(gap, box)
            .ifPresent(repair -> out.printf("    %s%n", RepairWords.words(repair)));
      }
    }
  }

  private static void printRegions(PrintWriter out, Extent extent) {
    for (Box box : extent.boxes(MOST_REGIONS)) {
      out.printf("  when %s%n", RulePrinter.print(box.condition()));
    }
  }

  private static BigDecimal percent(BigInteger points, BigInteger all) {
    return new BigDecimal(points)
        .multiply(BigDecimal.valueOf(100))
        .divide(new BigDecimal(all), MathContext.DECIMAL32);
  }
}
