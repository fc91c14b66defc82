package bailiwick.cli.rule;

import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.proof.Box;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.Census;
import bailiwick.rules.proof.DatedCensus;
import bailiwick.rules.proof.DatedProof;
import bailiwick.rules.proof.Extent;
import bailiwick.rules.proof.Removal;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.syntax.Period;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.server.rule.ProofDocument;
import bailiwick.server.rule.ReadRules;
import bailiwick.server.rule.RepairWords;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
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
  ProofTold(ReadRules read, Budget budget) {
    this.read = read;
    this.proof = DatedProof.of(read.checked(), read.domains(), budget);
  }

  /** The layer. */
  String name() {
    return read.layer();
  }

  CheckedRules checked() {
    return read.checked();
  }

  DatedProof proof() {
    return proof;
  }

  /** Begins to count accounts: findings then say how many they touch. */
  void startCensus(AccountWorth value) {
    census = new DatedCensus(proof);
    worth = value;
  }

  /** Counts an account and what it is worth, after {@link #startCensus}. */
  void add(Attributes account, long value) {
    Objects.requireNonNull(census).add(account.subject(read.checked().dimensions()), value);
  }

  /** All of it, for machines. */
  ProofDocument.OfLayer told() {
    return ProofDocument.ofLayer(read, proof, census, worth.scale());
  }

  /** All of it, for people. */
  void print(PrintWriter out) {
    out.println(
        switch (proof.verdict()) {
          case PROVEN -> "Proven: every account and lead has exactly one owner.";
          case COUNTEREXAMPLE -> "Not sound: there are counterexamples.";
          case NOT_DECIDED ->
              "Not decided: there was more to look at than the budget of work or time allows.";
        });
    for (DatedProof.Stretch stretch : proof.stretches()) {
      if (!stretch.days().isAlways()) {
        out.printf("%s:%n", days(stretch.days()));
      }
      print(out, stretch);
    }
    if (census != null && census.outside() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d accounts have values that the declared fields do not have, and are in no finding.%n",
          census.outside());
    }
    printDead(out, proof.neverWinning());
    out.flush();
  }

  /** The rules that never win, and what to do about the first of them. */
  private void printDead(PrintWriter out, List<Rule> dead) {
    if (dead.isEmpty()) {
      return;
    }
    out.printf(
        "Never win: %s%n",
        dead.stream().map(rule -> "`" + rule.id() + "`").collect(Collectors.joining(", ")));
    dead.stream()
        .limit(MOST_SHOWN)
        .forEach(rule -> out.printf("  %s%n", words(rule.id(), proof.removal(rule))));
  }

  private static String words(RuleId dead, Removal removal) {
    String words = RepairWords.words(removal);
    return switch (removal) {
      case Removal.Free free -> words;
      case Removal.ClashFirst clash -> "`%s`: %s".formatted(dead, words);
      case Removal.BehindCatchAlls behind -> "`%s`: %s".formatted(dead, words);
    };
  }

  private static String days(Period days) {
    String from = days.from() == null ? "" : "from " + days.from();
    String until = days.until() == null ? "" : "to before " + days.until();
    String both = (from + " " + until).strip();
    return Character.toUpperCase(both.charAt(0)) + both.substring(1);
  }

  private void print(PrintWriter out, DatedProof.Stretch stretch) {
    RuleProof proof = stretch.proof();
    print(out, "Nobody owns", proof, proof.gap());
    printRepairs(out, stretch, proof.gap());
    print(out, "Only a rule for everything owns", proof, proof.orphaned());
    printRepairs(out, stretch, proof.orphaned());
    print(out, "Two territories claim", proof, proof.conflict());
    proof.clashes().stream().limit(MOST_SHOWN).forEach(clash -> print(out, stretch, clash));
    if (proof.clashes().size() > MOST_SHOWN) {
      out.printf("  … and %s more pairs of rules.%n", proof.clashes().size() - MOST_SHOWN);
    }
    if (proof.hasMoreClashes()) {
      out.printf(
          Locale.ROOT,
          "  Only %,d pairs of rules were told apart; there are more.%n",
          RuleProof.MOST_CLASHES);
    }
    print(out, "Not looked into", proof, proof.undecided());
    printRegions(out, proof.undecided());
  }

  private void print(PrintWriter out, DatedProof.Stretch stretch, RuleProof.Clash clash) {
    out.printf(
        "  `%s` and `%s` both hold for %s%n",
        clash.rule().id(), clash.other().id(), read.words(clash.witness()));
    printAccounts(out, "    ", stretch.proof(), clash.where());
    out.printf(
        "    %s%n",
        proof
            .repair(stretch, clash)
            .map(RepairWords::words)
            .orElseGet(() -> RepairWords.whyNone(clash, stretch.days())));
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
    printAccounts(out, "  ", proof, extent);
  }

  private void printAccounts(PrintWriter out, String indent, RuleProof proof, Extent extent) {
    if (census != null && !extent.isEmpty()) {
      Census.Holding holding = census.of(proof).in(extent);
      out.printf(
          Locale.ROOT,
          "%s%,d accounts there, %s %s%n",
          indent,
          holding.accounts(),
          worth.name().toLowerCase(Locale.ROOT),
          worth.decimal(holding.value()));
    }
  }

  /** The first boxes of a gap, each with what would close it. */
  private void printRepairs(PrintWriter out, DatedProof.Stretch stretch, Extent gap) {
    for (Box box : gap.boxes(MOST_REGIONS)) {
      out.printf("  when %s%n", RulePrinter.print(box.condition()));
      out.printf(
          "    %s%n",
          proof
              .repair(stretch, gap, box)
              .map(RepairWords::words)
              .orElseGet(() -> RepairWords.whyNone(stretch.proof(), box, stretch.days())));
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
