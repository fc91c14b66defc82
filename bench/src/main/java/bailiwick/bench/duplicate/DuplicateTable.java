package bailiwick.bench.duplicate;

import bailiwick.atlas.Atlas;
import bailiwick.bench.file.MarkdownTable;
import bailiwick.bench.file.ScratchFolder;
import bailiwick.core.account.Address;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.duplicate.DuplicatePair;
import bailiwick.intake.duplicate.DuplicateReport;
import bailiwick.intake.duplicate.DuplicateSearch;
import bailiwick.intake.duplicate.DuplicateSettings;
import bailiwick.intake.duplicate.Evidence;
import bailiwick.intake.duplicate.ListedAccount;
import bailiwick.intake.generate.DemoCompany;
import bailiwick.intake.generate.DemoFiles;
import bailiwick.intake.generate.DemoSettings;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Measures the search for duplicates and prints tables in Markdown.
 *
 * <p>Arguments: the folder of the labelled names, then the numbers of demo accounts to search, such
 * as {@code 12000 1000000}.
 */
public final class DuplicateTable {

  private static final List<String> COLUMNS =
      List.of("pairs", "half", "told when", "matches", "told", "precision", "recall", "F1");

  private final PrintStream out;

  private DuplicateTable(PrintStream out) {
    this.out = out;
  }

  /** Prints the tables. */
  public static void main(String[] arguments) throws IOException {
    DuplicateTable table = new DuplicateTable(System.out);
    table.tellNames(NamePair.readAll(Path.of(arguments[0])));
    for (int a = 1; a < arguments.length; a++) {
      table.tellListings(Integer.parseInt(arguments[a]));
    }
  }

  private void tellNames(List<NamePair> pairs) {
    Map<NamePair, DuplicatePair> compared = compare(pairs);
    List<NamePair> training = pairs.stream().filter(NamePair::isTraining).toList();
    List<NamePair> test = pairs.stream().filter(pair -> !pair.isTraining()).toList();
    out.print(MarkdownTable.header(COLUMNS));
    for (int hundredths = 60; hundredths <= 98; hundredths += 2) {
      double least = hundredths / 100.0;
      tell(
          "all",
          "training",
          "names " + least + " alike",
          training,
          pair -> compared.get(pair).evidence().getFirst().likeness() >= least);
    }
    for (String set : List.of("all", "ing-emm", "company_name_matcher", "opensanctions")) {
      tellBy(compared, set, "training", training);
      tellBy(compared, set, "test", test);
    }
    tell(
        "all",
        "test",
        "names equal but for case",
        test,
        pair -> pair.left().equalsIgnoreCase(pair.right()));
    tellBrought(pairs);
  }

  private void tellBy(
      Map<NamePair, DuplicatePair> compared, String set, String half, List<NamePair> pairs) {
    List<NamePair> chosen =
        pairs.stream().filter(pair -> set.equals("all") || pair.set().equals(set)).toList();
    tell(set, half, "names count as alike", chosen, pair -> areAlike(compared.get(pair)));
  }

  /**
   * By the threshold that the search ships. Not by the score, which falls with the accounts of one
   * name: the sets write each name many times over, as no list of accounts does.
   */
  private static boolean areAlike(DuplicatePair pair) {
    return pair.evidence().getFirst().verdict() != Evidence.Verdict.DIFFERENT;
  }

  private void tell(
      String set, String half, String when, List<NamePair> pairs, Predicate<NamePair> told) {
    List<String> cells = new ArrayList<>(List.of(set + " " + pairs.size(), half, when));
    cells.addAll(Counted.of(pairs, told).cells());
    out.print(MarkdownTable.line(cells));
  }

  /** Each pair on its own, words weighed by all names of all sets, their labels unseen. */
  private static Map<NamePair, DuplicatePair> compare(List<NamePair> pairs) {
    List<ListedAccount> names =
        pairs.stream()
            .flatMap(pair -> Stream.of(named("1", pair.left()), named("2", pair.right())))
            .toList();
    Map<NamePair, DuplicatePair> compared = new HashMap<>();
    for (NamePair pair : pairs) {
      compared.put(
          pair, DuplicateSearch.compare(named("1", pair.left()), named("2", pair.right()), names));
    }
    return compared;
  }

  private static ListedAccount named(String id, String name) {
    return new ListedAccount(id, 0, name, Address.UNKNOWN, "", "", "");
  }

  /** How many of the matches told one by one are found in a list of all names, too. */
  private void tellBrought(List<NamePair> pairs) {
    Map<String, String> ids = new HashMap<>();
    List<ListedAccount> accounts = new ArrayList<>();
    for (NamePair pair : pairs) {
      for (String name : List.of(pair.left(), pair.right())) {
        ids.computeIfAbsent(
            name,
            key -> {
              String id = "A" + (10_000 + ids.size());
              accounts.add(named(id, name));
              return id;
            });
      }
    }
    DuplicateReport report =
        DuplicateSearch.find(accounts, DuplicateSettings.DEFAULT.withLeastScore(0));
    var brought = new HashMap<String, DuplicatePair>();
    report
        .pairs()
        .forEach(
            pair -> brought.put(PlantedListings.key(pair.first().id(), pair.second().id()), pair));
    Map<NamePair, DuplicatePair> alone = compare(pairs);
    List<NamePair> told =
        pairs.stream()
            .filter(pair -> pair.match() && areAlike(alone.get(pair)))
            .filter(pair -> !pair.left().equals(pair.right()))
            .toList();
    long together =
        told.stream()
            .filter(pair ->
                brought.containsKey(
                    PlantedListings.key(ids.get(pair.left()), ids.get(pair.right()))))
            .count();
    out.printf(
        Locale.ROOT,
        "%nIn one list of %,d names, %,d of %,d such matches are brought together; %,d of %,d pairs"
            + " are compared.%n",
        accounts.size(),
        together,
        told.size(),
        report.compared(),
        accounts.size() * (accounts.size() - 1L) / 2);
  }

  private void tellListings(int many) throws IOException {
    PlantedListings planted = PlantedListings.in(demoAccounts(many), 1);
    System.gc();
    long begin = System.nanoTime();
    DuplicateReport report =
        DuplicateSearch.find(planted.accounts(), DuplicateSettings.DEFAULT.withLeastScore(0.5));
    double seconds = (System.nanoTime() - begin) / 1e9;
    out.printf(
        Locale.ROOT,
        "%n%,d listings, %,d twice: %.1f s, %,d compared (%.1f each)%n%n",
        planted.accounts().size(),
        planted.twins().size(),
        seconds,
        report.compared(),
        report.compared() / (double) planted.accounts().size());
    report.problems().forEach(problem -> out.println("- " + problem.message()));
    out.print(
        "\n"
            + MarkdownTable.header(
                List.of("told when", "matches", "told", "precision", "recall", "F1")));
    for (double least : new double[] {0.5, 0.7, 0.9, 0.97}) {
      List<String> cells = new ArrayList<>(List.of("score " + least));
      cells.addAll(counted(planted, report, least).cells());
      out.print(MarkdownTable.line(cells));
    }
  }

  private static Counted counted(PlantedListings planted, DuplicateReport report, double least) {
    long told = report.pairs().stream().filter(pair -> pair.score() >= least).count();
    long found =
        report.pairs().stream()
            .filter(pair -> pair.score() >= least && planted.twins().contains(keyOf(pair)))
            .count();
    return new Counted(found, told - found, planted.twins().size() - found);
  }

  private static String keyOf(DuplicatePair pair) {
    return PlantedListings.key(pair.first().id(), pair.second().id());
  }

  /**
   * Accounts of the demo company as its import reads them. The duplicates planted there share a
   * website with the account before them, which no others do; they are left out.
   */
  private static List<ListedAccount> demoAccounts(int many) throws IOException {
    List<ListedAccount> accounts = new ArrayList<>();
    Set<String> websites = new HashSet<>();
    try (ScratchFolder folder = ScratchFolder.make()) {
      DemoFiles files =
          new DemoCompany(Atlas.packaged())
              .generate(
                  DemoSettings.DEMO.withAccounts(many), folder.resolve("company"), done -> {});
      AccountImport.with(Atlas.packaged(), ImportSettings.DEFAULT)
          .read(
              TableSource.of(files.accounts()),
              MappingRequest.GUESSED,
              imported -> {
                if (websites.add(imported.ties().website())) {
                  accounts.add(ListedAccount.of(imported));
                }
              });
    }
    return accounts;
  }
}
