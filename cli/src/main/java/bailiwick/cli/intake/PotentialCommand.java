package bailiwick.cli.intake;

import bailiwick.atlas.Atlas;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.OutputFolder;
import bailiwick.cli.terminal.ProblemPrinter;
import bailiwick.core.account.Account;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.deal.DealImport;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.potential.DealBook;
import bailiwick.intake.potential.ModelProblem;
import bailiwick.intake.potential.ModelReader;
import bailiwick.intake.potential.PotentialEstimate;
import bailiwick.intake.potential.PotentialModel;
import bailiwick.intake.potential.UsualModel;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works out what accounts may bring and take, by a model that can be seen and changed. */
@Command(
    name = "potential",
    description = {
      "Work out each account's potential and workload: what it spends times the win rate of its",
      "segment, open deals, growth; visits and calls. Every coefficient stands in the model.",
      "Writes accounts.csv to design with, potential.csv with the terms of each account,",
      "segments.csv and report.json."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick potential --print-model > model.yaml",
      "  bailiwick potential accounts.csv --opportunities deals.csv --model model.yaml --out worth"
    })
public final class PotentialCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ACCOUNTS", arity = "0..1", description = "Accounts, CSV.")
  private @Nullable Path accounts;

  @Option(
      names = "--opportunities",
      paramLabel = "FILE",
      description = "Deals, open and closed; without it no rate is learnt.")
  private @Nullable Path opportunities;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Coefficients, YAML or JSON; without it, those of --print-model.")
  private @Nullable Path model;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder for what is worked out.")
  private @Nullable Path out;

  @Option(names = "--print-model", description = "Print the usual model, to begin from.")
  private boolean printModel;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "Country of addresses that name none (default: ${DEFAULT-VALUE}).")
  private String country = "US";

  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    if (printModel) {
      spec.commandLine().getOut().print(UsualModel.text());
      spec.commandLine().getOut().flush();
      return ExitCode.DONE;
    }
    if (accounts == null || out == null) {
      throw new ParameterException(
          spec.commandLine(), "Say ACCOUNTS and --out DIR, or --print-model.");
    }
    return estimate(accounts, out);
  }

  private int estimate(Path file, Path folder) throws IOException {
    PotentialModel coefficients = model();
    Atlas atlas = Atlas.open(data.atlas());
    KnownCountry.require(atlas, country);
    List<Account> read = AccountsFile.read(file, atlas, country);
    List<Problem> notes = new ArrayList<>();
    DealBook deals = deals(read, notes);
    PotentialEstimate estimate = PotentialEstimate.of(coefficients, read, deals);
    notes.addAll(estimate.warnings());
    PotentialReport report = PotentialReport.of(file.toString(), coefficients, estimate, notes);
    OutputFolder.write(folder, made -> PotentialFiles.write(made, estimate, report));
    tell(report, notes, folder);
    return ExitCode.DONE;
  }

  private PotentialModel model() throws IOException {
    Path file = model;
    if (file == null) {
      return ModelReader.read(UsualModel.text(), UsualModel.FILE);
    }
    InputFile.requireReadable(file);
    return ModelReader.read(Files.readString(file), file.toString());
  }

  /** The deals of accounts that are known; the others are told and left out. */
  private DealBook deals(List<Account> known, List<Problem> notes) {
    DealBook deals = new DealBook();
    Path file = opportunities;
    if (file == null) {
      return deals;
    }
    InputFile.requireReadable(file);
    Set<String> ids = known.stream().map(Account::externalId).collect(Collectors.toSet());
    ImportReport report =
        DealImport.opportunities(ImportSettings.DEFAULT)
            .among(ids::contains)
            .read(TableSource.of(file), MappingRequest.GUESSED, deals::add);
    if (!report.complete()) {
      throw new ProblemException(report.problems());
    }
    if (report.counts().rejected() > 0) {
      notes.add(
          new ModelProblem.DealsLeftOut(
              file.toString(), report.counts().rejected(), report.counts().rows()));
    }
    return deals;
  }

  private void tell(PotentialReport report, List<Problem> notes, Path folder) {
    if (json.isWanted()) {
      Json.print(spec.commandLine().getOut(), report);
      return;
    }
    new ProblemPrinter(spec.commandLine().getErr()).print(notes);
    spec.commandLine().getOut().print(report.words());
    spec.commandLine().getOut().printf("Written to %s.%n", folder);
    spec.commandLine().getOut().flush();
  }
}
