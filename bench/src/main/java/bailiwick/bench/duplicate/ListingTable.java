package bailiwick.bench.duplicate;

import bailiwick.atlas.Atlas;
import bailiwick.bench.file.MarkdownTable;
import bailiwick.bench.file.ScratchFolder;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.duplicate.DuplicatePair;
import bailiwick.intake.duplicate.DuplicateReport;
import bailiwick.intake.duplicate.DuplicateSearch;
import bailiwick.intake.duplicate.DuplicateSettings;
import bailiwick.intake.duplicate.ListedAccount;
import bailiwick.intake.generate.DemoCompany;
import bailiwick.intake.generate.DemoFiles;
import bailiwick.intake.generate.DemoSettings;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How well whole listings tell accounts apart, and how long a search of many takes. */
final class ListingTable {

  private static final List<String> COLUMNS =
      List.of("told when", "matches", "told", "precision", "recall", "F1");
  private static final double[] SCORES = {0.5, 0.7, 0.9, 0.97};

  private ListingTable() {}

  /** Searches the accounts of a demo company with listings planted among them. */
  static void print(int accounts, PrintStream out) throws IOException {
    PlantedListings planted = PlantedListings.in(demoAccounts(accounts), 1);
    long begin = System.nanoTime();
    DuplicateReport report = DuplicateSearch.find(planted.accounts(), DuplicateSettings.DEFAULT);
    out.printf(
        Locale.ROOT,
        "%n%,d listings, %,d twice: %.1f s, %,d compared (%.1f each)%n%n",
        planted.accounts().size(),
        planted.twins().size(),
        (System.nanoTime() - begin) / 1e9,
        report.compared(),
        report.compared() / (double) planted.accounts().size());
    report.problems().forEach(problem -> out.println("- " + problem.message()));
    out.print("\n" + MarkdownTable.header(COLUMNS));
    for (double least : SCORES) {
      List<String> cells = new ArrayList<>(List.of("score " + least));
      cells.addAll(counted(planted, report, least).cells());
      out.print(MarkdownTable.line(cells));
    }
  }

  private static Counted counted(PlantedListings planted, DuplicateReport report, double least) {
    List<DuplicatePair> told =
        report.pairs().stream().filter(pair -> pair.score() >= least).toList();
    long found =
        told.stream()
            .map(pair -> PlantedListings.key(pair.first().id(), pair.second().id()))
            .filter(planted.twins()::contains)
            .count();
    return new Counted(found, told.size() - found, planted.twins().size() - found);
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
                if (websites.add(imported.account().ties().website())) {
                  accounts.add(ListedAccount.of(imported));
                }
              });
    }
    return accounts;
  }
}
