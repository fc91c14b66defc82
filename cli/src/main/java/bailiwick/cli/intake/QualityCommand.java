package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.core.roster.Representative;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.deal.DealImport;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.export.OutputFile;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.quality.FileBooks;
import bailiwick.intake.quality.FindingTable;
import bailiwick.intake.quality.QualityCheck;
import bailiwick.intake.quality.QualityReport;
import bailiwick.intake.quality.QualitySettings;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.roster.RosterImport;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how far the accounts of a file are to be believed. */
@Command(
    name = "quality",
    description = {
      "Tell what of an accounts file is doubtful, how much of each territory's potential rests on",
      "it, and between what limits the balance of the territories therefore lies.",
      "Exit code 1 when rows could not be read, or more than --most rests on doubtful accounts."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick quality accounts.csv",
      "  bailiwick quality accounts.csv --representatives reps.csv --activities calls.csv \\",
      "    --out doubtful.csv",
      "  bailiwick quality accounts.csv --most 0.2 --json"
    })
public final class QualityCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Accounts, CSV or XLSX.")
  private Path file;

  @Option(
      names = "--representatives",
      paramLabel = "FILE",
      description = "Who sells; without it, owners who left or are unknown cannot be told.")
  private @Nullable Path representatives;

  @Option(
      names = "--activities",
      paramLabel = "FILE",
      description = "Calls and visits; without it, accounts without activity cannot be told.")
  private @Nullable Path activities;

  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "Day that ages are counted to (default: today).")
  private @Nullable LocalDate on;

  @Option(
      names = "--inactive-months",
      paramLabel = "N",
      description = "Months without activity (default: ${DEFAULT-VALUE}).")
  private int inactiveMonths = QualitySettings.DEFAULT.inactiveMonths();

  @Option(
      names = "--stale-months",
      paramLabel = "N",
      description = "Months without a change of the row (default: ${DEFAULT-VALUE}).")
  private int staleMonths = QualitySettings.DEFAULT.staleMonths();

  @Option(
      names = "--least-score",
      paramLabel = "SCORE",
      description = "From this score on two accounts may be one (default: ${DEFAULT-VALUE}).")
  private double leastScore = QualitySettings.DEFAULT.leastScore();

  @Option(
      names = "--deviations",
      paramLabel = "N",
      description = {
        "Amounts further than this from the median of their like are out of range, on a log",
        "scale in robust standard deviations (default: ${DEFAULT-VALUE})."
      })
  private double deviations = QualitySettings.DEFAULT.mostDeviations();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the worlds that the limits of 90 %% are drawn from (default: 1).")
  private long seed = 1;

  @Option(
      names = "--most",
      paramLabel = "SHARE",
      description = "Most of the potential that may rest on doubtful accounts, 0 to 1.")
  private @Nullable Double most;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write every finding with its account to a CSV file.")
  private @Nullable Path out;

  @Mixin private TableFlags flags;
  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    QualitySettings settings = settings();
    Atlas atlas = Atlas.open(data.atlas());
    FileBooks books = new FileBooks(atlas);
    List<Problem> unread = new ArrayList<>(readAccounts(atlas, books));
    List<Representative> roster = readRoster(atlas, unread);
    readActivities(books, unread);
    LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
    QualityReport report = QualityCheck.report(books.on(day, roster, leastScore), settings, seed);
    Path target = out;
    if (target != null) {
      OutputFile.write(
          target,
          writer ->
              FindingTable.write(
                  CsvTable.open(writer, FindingTable.HEADER), report, report.findings()));
    }
    tell(new QualityTold(file.toString(), report, most), unread);
    boolean tooMuch = most != null && report.all().doubtfulShare() > most;
    return unread.isEmpty() && !tooMuch ? ExitCode.DONE : ExitCode.PROBLEMS;
  }

  private QualitySettings settings() {
    if (most != null && !(most >= 0 && most <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--most (" + most + ") must lie between 0 and 1.");
    }
    try {
      return new QualitySettings(inactiveMonths, staleMonths, leastScore, deviations);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private List<? extends Problem> readAccounts(Atlas atlas, FileBooks books) {
    InputFile.requireReadable(file);
    return unread(
        AccountImport.with(atlas, flags.settings())
            .read(TableSource.of(file), flags.mapping("accounts"), books::add));
  }

  private List<Representative> readRoster(Atlas atlas, List<Problem> unread) {
    List<Representative> roster = new ArrayList<>();
    Path source = representatives;
    if (source != null) {
      InputFile.requireReadable(source);
      unread.addAll(
          unread(
              RosterImport.with(atlas, ImportSettings.DEFAULT)
                  .read(
                      TableSource.of(source),
                      MappingRequest.GUESSED,
                      row -> roster.add(row.representative()))));
    }
    return roster;
  }

  private void readActivities(FileBooks books, List<Problem> unread) {
    Path source = activities;
    if (source != null) {
      InputFile.requireReadable(source);
      unread.addAll(
          unread(
              DealImport.activities(ImportSettings.DEFAULT)
                  .read(TableSource.of(source), MappingRequest.GUESSED, books::add)));
    }
  }

  /** Errors only; a file that broke off ends the command. */
  private static List<? extends Problem> unread(ImportReport report) {
    List<? extends Problem> errors =
        report.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    if (!report.complete()) {
      throw new ProblemException(errors);
    }
    return errors;
  }

  private void tell(QualityTold told, List<Problem> unread) {
    var terminal = spec.commandLine().getOut();
    if (json.isWanted()) {
      Json.print(terminal, told.document(unread));
      return;
    }
    new ProblemPrinter(spec.commandLine().getErr()).print(unread);
    told.print(terminal);
    if (out != null) {
      terminal.printf("All findings are in %s.%n", out);
    }
    terminal.flush();
  }
}
