package bailiwick.cli.rule;

import bailiwick.rules.table.TableDifference;
import bailiwick.server.rule.TableDifferenceDocument;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Differences of the decision tables of two files, told in their own inputs and outputs. */
record TableChangesTold(TableDifference.Files files) {

  private static final int MOST_SHOWN = 20;
  private static final int MOST_REGIONS = 3;

  /** Whether some table says otherwise, or is not in both files. */
  boolean isOtherwise() {
    return !files.onlyBefore().isEmpty()
        || !files.onlyAfter().isEmpty()
        || files.compared().stream().anyMatch(table -> !table.moves().isEmpty());
  }

  /** Whether everything was looked into. */
  boolean isDecided() {
    return files.compared().stream().allMatch(table -> table.undecidedPoints().signum() == 0);
  }

  /** All of it, for machines. */
  Map<String, @Nullable Object> told() {
    return TableDifferenceDocument.of(files);
  }

  /** All of it, for people. */
  void print(PrintWriter out) {
    files.compared().forEach(table -> print(out, table));
    files.onlyBefore().forEach(name -> out.printf("`%s`: only in the earlier file.%n", name));
    files.onlyAfter().forEach(name -> out.printf("`%s`: only in the later file.%n", name));
    out.flush();
  }

  private static void print(PrintWriter out, TableDifference table) {
    List<TableDifference.Move> moves = table.moves();
    out.printf(
        "`%s`: %s%n",
        table.after().name(),
        moves.isEmpty() ? "both versions say the same." : "the versions say otherwise.");
    for (TableDifference.Move move : moves.subList(0, Math.min(MOST_SHOWN, moves.size()))) {
      out.printf(
          Locale.ROOT,
          "  %s to %s: %,d of %,d points, such as %s%n",
          move.from().orElse("nothing"),
          move.to().orElse("nothing"),
          move.points(),
          table.points(),
          table.words(move.witness()));
      move.regions().stream()
          .limit(MOST_REGIONS)
          .forEach(region -> out.printf("    when %s%n", region.text()));
    }
    if (moves.size() > MOST_SHOWN) {
      out.printf("  … and %s more; --json lists all.%n", moves.size() - MOST_SHOWN);
    }
    if (table.undecidedPoints().signum() > 0) {
      out.printf(Locale.ROOT, "  Not looked into: %,d points%n", table.undecidedPoints());
      table.undecidedRegions().forEach(region -> out.printf("    when %s%n", region.text()));
    }
  }
}
