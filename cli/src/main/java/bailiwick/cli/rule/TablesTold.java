package bailiwick.cli.rule;

import bailiwick.rules.proof.Extent;
import bailiwick.rules.proof.RuleProof.Verdict;
import bailiwick.rules.table.DecisionTable;
import bailiwick.rules.table.TableProof;
import bailiwick.server.rule.TablesDocument;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The proofs of the decision tables of one file, told in its own inputs. */
final class TablesTold {

  private static final int MOST_SHOWN = 10;

  private final List<TableProof> proofs;

  TablesTold(List<TableProof> proofs) {
    this.proofs = List.copyOf(proofs);
  }

  /** What all tables come to. */
  Verdict verdict() {
    return TablesDocument.verdict(proofs);
  }

  /** All of it, for machines. */
  Map<String, @Nullable Object> told() {
    return TablesDocument.of(proofs);
  }

  /** All of it, for people. */
  void print(PrintWriter out) {
    proofs.forEach(proof -> print(out, proof));
    out.flush();
  }

  private static void print(PrintWriter out, TableProof proof) {
    DecisionTable table = proof.table();
    out.printf(
        "`%s` (%s, %s rules): %s%n",
        table.name(),
        table.hitPolicy().words().toLowerCase(Locale.ROOT),
        table.rows().size(),
        switch (proof.verdict()) {
          case PROVEN -> "proven, each input has its rule.";
          case COUNTEREXAMPLE -> "not sound, there are counterexamples.";
          case NOT_DECIDED ->
              "not decided, there was more to look at than the budget of work or time allows.";
        });
    print(
        out,
        table.hasDefault() ? "  Only the default holds" : "  No rule holds",
        proof.gap(),
        proof);
    proof.gaps().stream().limit(MOST_SHOWN).forEach(gap -> out.printf("    when %s%n", gap.text()));
    print(out, "  Rules contradict each other", proof.conflict(), proof);
    List<TableProof.Overlap> overlaps = proof.overlaps();
    overlaps.stream()
        .limit(MOST_SHOWN)
        .forEach(overlap ->
            out.printf(
                "    `%s` and `%s` when %s%n",
                overlap.row().label(), overlap.other().label(), overlap.where().getFirst().text()));
    if (overlaps.size() > MOST_SHOWN) {
      out.printf("    … and %s more pairs of rules.%n", overlaps.size() - MOST_SHOWN);
    }
    if (proof.hasMoreOverlaps()) {
      out.printf(
          Locale.ROOT,
          "    Only %,d pairs of rules were told apart; there are more.%n",
          TableProof.MOST_OVERLAPS);
    }
    print(out, "  Not looked into", proof.undecided(), proof);
    proof.undecidedRegions().forEach(region -> out.printf("    when %s%n", region.text()));
    if (!proof.neverWinning().isEmpty()) {
      out.printf(
          "  Never count: %s%n",
          proof.neverWinning().stream()
              .map(row -> "`" + row.label() + "`")
              .collect(Collectors.joining(", ")));
    }
  }

  private static void print(PrintWriter out, String what, Extent extent, TableProof proof) {
    extent
        .witness()
        .ifPresent(witness ->
            out.printf(
                Locale.ROOT,
                "%s: %,d of %,d points, such as %s%n",
                what,
                extent.points(),
                proof.points(),
                proof.words(witness)));
  }
}
