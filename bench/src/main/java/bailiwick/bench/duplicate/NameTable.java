package bailiwick.bench.duplicate;

import bailiwick.bench.file.MarkdownTable;
import bailiwick.core.account.Address;
import bailiwick.intake.duplicate.DuplicatePair;
import bailiwick.intake.duplicate.DuplicateReport;
import bailiwick.intake.duplicate.DuplicateSearch;
import bailiwick.intake.duplicate.DuplicateSettings;
import bailiwick.intake.duplicate.Evidence;
import bailiwick.intake.duplicate.ListedAccount;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How well names alone tell companies apart, on labelled pairs. */
final class NameTable {

  private static final List<String> COLUMNS =
      List.of("pairs", "half", "told when", "matches", "told", "precision", "recall", "F1");
  private static final List<String> SETS =
      List.of("all", "ing-emm", "company_name_matcher", "opensanctions");

  private final List<NamePair> pairs;
  private final Map<NamePair, Evidence> names; // what the names of a pair say

  NameTable(List<NamePair> pairs) {
    this.pairs = List.copyOf(pairs);
    this.names = compare(pairs);
  }

  /** Each pair on its own, words weighed by all names of all sets, their labels unseen. */
  private static Map<NamePair, Evidence> compare(List<NamePair> pairs) {
    List<ListedAccount> among =
        pairs.stream()
            .flatMap(pair -> Stream.of(named("1", pair.left()), named("2", pair.right())))
            .toList();
    Map<NamePair, Evidence> compared = new HashMap<>();
    for (NamePair pair : pairs) {
      DuplicatePair found =
          DuplicateSearch.compare(named("1", pair.left()), named("2", pair.right()), among);
      compared.put(pair, found.evidence().getFirst());
    }
    return compared;
  }

  private static ListedAccount named(String id, String name) {
    return new ListedAccount(id, 0, name, Address.UNKNOWN, "", "", "");
  }

  /**
   * What becomes of some pairs when those are told whose names count as alike, by the threshold
   * that the search ships. Not by the score, which falls with the accounts of one name: the sets
   * write each name many times over, as no list of accounts does.
   */
  Counted alike(Predicate<NamePair> chosen) {
    return Counted.of(pairs.stream().filter(chosen).toList(), this::areAlike);
  }

  private boolean areAlike(NamePair pair) {
    return evidence(pair).verdict() != Evidence.Verdict.DIFFERENT;
  }

  private Evidence evidence(NamePair pair) {
    return Objects.requireNonNull(names.get(pair));
  }

  /** Prints the thresholds on the half for training, then both halves at the one shipped. */
  void print(PrintStream out) {
    List<NamePair> training = pairs.stream().filter(NamePair::isTraining).toList();
    List<NamePair> test = pairs.stream().filter(pair -> !pair.isTraining()).toList();
    out.print(MarkdownTable.header(COLUMNS));
    for (int hundredths = 60; hundredths <= 98; hundredths += 2) {
      double least = hundredths / 100.0;
      line(
          out,
          "all",
          "training",
          "names " + least + " alike",
          Counted.of(training, pair -> evidence(pair).likeness() >= least));
    }
    for (String set : SETS) {
      for (boolean half : new boolean[] {true, false}) {
        Predicate<NamePair> chosen =
            pair -> pair.isTraining() == half && (set.equals("all") || pair.set().equals(set));
        line(out, set, half ? "training" : "test", "names count as alike", alike(chosen));
      }
    }
    line(
        out,
        "all",
        "test",
        "names equal but for case",
        Counted.of(test, pair -> pair.left().equalsIgnoreCase(pair.right())));
    printBrought(out);
  }

  private static void line(PrintStream out, String set, String half, String when, Counted counted) {
    List<String> cells = new ArrayList<>(List.of(set, half, when));
    cells.addAll(counted.cells());
    out.print(MarkdownTable.line(cells));
  }

  /** How many of the matches told one by one are found in one list of all names, too. */
  private void printBrought(PrintStream out) {
    List<String> written =
        pairs.stream().flatMap(pair -> Stream.of(pair.left(), pair.right())).distinct().toList();
    List<ListedAccount> listed = written.stream().map(name -> named(name, name)).toList();
    DuplicateReport report =
        DuplicateSearch.find(listed, DuplicateSettings.DEFAULT.withLeastScore(0));
    Set<String> brought = new HashSet<>();
    report
        .pairs()
        .forEach(pair -> brought.add(PlantedListings.key(pair.first().id(), pair.second().id())));
    List<NamePair> told =
        pairs.stream()
            .filter(pair -> pair.match() && areAlike(pair) && !pair.left().equals(pair.right()))
            .toList();
    long together =
        told.stream()
            .filter(pair -> brought.contains(PlantedListings.key(pair.left(), pair.right())))
            .count();
    out.printf(
        Locale.ROOT,
        "%nIn one list of %,d names, %,d of %,d such matches are brought together; %,d of %,d pairs"
            + " are compared.%n",
        listed.size(),
        together,
        told.size(),
        report.compared(),
        listed.size() * (listed.size() - 1L) / 2);
  }
}
