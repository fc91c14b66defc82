package bailiwick.cli.intake;

import bailiwick.cli.terminal.Json;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import bailiwick.intake.duplicate.DuplicatePair;
import bailiwick.intake.duplicate.DuplicateReport;
import bailiwick.intake.duplicate.Evidence;
import bailiwick.intake.duplicate.ListedAccount;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.family.Family;
import bailiwick.intake.family.FamilyReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Duplicates and families of a file, as people and machines are told them.
 *
 * @param rejected rows that were not looked at
 */
record DuplicatesTold(
    String file, long rejected, DuplicateReport duplicates, FamilyReport families) {

  /** More pairs than a screen or two are for {@code --out} and {@code --json}. */
  private static final int MOST_PRINTED = 50;

  /** What the search found wrong, duplicates' first. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(duplicates.problems());
    problems.addAll(families.problems());
    return problems;
  }

  /** Whether there is something to put right before the pairs are all there are. */
  boolean hasProblems() {
    return rejected > 0
        || problems().stream().anyMatch(problem -> problem.severity() != Severity.NOTE);
  }

  /** The pairs as a table. */
  void writePairs(Writer to) throws IOException {
    CsvTable table =
        CsvTable.open(
            to,
            List.of(
                "score", "id", "name", "row", "other_id", "other_name", "other_row", "evidence"));
    for (DuplicatePair pair : duplicates.pairs()) {
      table.row(
          score(pair),
          pair.first().id(),
          pair.first().name(),
          String.valueOf(pair.first().row()),
          pair.second().id(),
          pair.second().name(),
          String.valueOf(pair.second().row()),
          evidence(pair));
    }
  }

  /** Prints counts, the first pairs, and the families by how they are known. */
  void print(PrintWriter to) {
    to.printf(
        Locale.ROOT,
        "%s: %,d accounts, %,d pairs compared, %,d may be duplicates%n",
        file,
        duplicates.accounts(),
        duplicates.compared(),
        duplicates.pairs().size());
    duplicates.pairs().stream().limit(MOST_PRINTED).forEach(pair -> print(pair, to));
    if (duplicates.pairs().size() > MOST_PRINTED) {
      to.printf(
          Locale.ROOT,
          "… and %,d more; --out and --json tell them all.%n",
          duplicates.pairs().size() - MOST_PRINTED);
    }
    to.printf(
        Locale.ROOT,
        "families: %,d by parents, %,d more by web domain%n",
        count(Family.Basis.PARENTS),
        count(Family.Basis.DOMAIN));
  }

  private static void print(DuplicatePair pair, PrintWriter to) {
    to.printf(
        "%s  %s  |  %s%n       %s%n",
        score(pair), words(pair.first()), words(pair.second()), evidence(pair));
  }

  private static String words(ListedAccount account) {
    return account.id().equals(account.name())
        ? account.name()
        : account.id() + " " + account.name();
  }

  private static String evidence(DuplicatePair pair) {
    return pair.evidence().stream().map(Evidence::text).collect(Collectors.joining("; "));
  }

  /** Three decimals, rounded down so that nothing short of certainty reads 1. */
  private static String score(DuplicatePair pair) {
    return String.format(Locale.ROOT, "%.3f", Math.floor(pair.score() * 1_000) / 1_000);
  }

  private long count(Family.Basis basis) {
    return families.families().stream().filter(family -> family.basis() == basis).count();
  }

  /** One JSON document with everything. */
  Map<String, Object> document(List<? extends Problem> unread) {
    List<Problem> problems = new ArrayList<>(unread);
    problems.addAll(problems());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file);
    document.put("accounts", duplicates.accounts());
    document.put("rejected", rejected);
    document.put("compared", duplicates.compared());
    document.put("pairs", duplicates.pairs().stream().map(DuplicatesTold::document).toList());
    document.put("families", families.families().stream().map(DuplicatesTold::document).toList());
    document.put("problems", Json.problems(problems));
    return document;
  }

  private static Map<String, Object> document(DuplicatePair pair) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("score", pair.score());
    document.put("first", document(pair.first()));
    document.put("second", document(pair.second()));
    document.put("evidence", pair.evidence().stream().map(DuplicatesTold::document).toList());
    return document;
  }

  private static Map<String, Object> document(ListedAccount account) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", account.id());
    document.put("name", account.name());
    document.put("row", account.row());
    return document;
  }

  private static Map<String, Object> document(Evidence evidence) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("field", word(evidence.field()));
    document.put("verdict", word(evidence.verdict()));
    document.put("likeness", evidence.likeness());
    document.put("points", evidence.points());
    document.put("text", evidence.text());
    return document;
  }

  private static Map<String, Object> document(Family family) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("head", family.head());
    document.put("members", family.members());
    document.put("basis", word(family.basis()));
    document.put("domain", family.domain());
    return document;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
