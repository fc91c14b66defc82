package bailiwick.cli.intake;

import bailiwick.cli.terminal.Json;
import bailiwick.intake.export.AccountExport;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.potential.AccountPotential;
import bailiwick.intake.potential.PotentialEstimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of an estimate. */
final class PotentialFiles {

  private static final List<String> TERMS =
      List.of(
          "id",
          "segment",
          "addressableSpend",
          "conversion",
          "pipeline",
          "growth",
          "potential",
          "visitHours",
          "callHours",
          "workload",
          "importedPotential",
          "importedWorkload",
          "sizeUnknown");

  private static final List<String> SEGMENTS =
      List.of("segment", "accounts", "potential", "workload", "won", "closed", "rate");

  private PotentialFiles() {}

  /** Writes all of them into a folder. */
  static void write(Path folder, PotentialEstimate estimate, PotentialReport report)
      throws IOException {
    writeAccounts(folder.resolve("accounts.csv"), estimate);
    writeTerms(folder.resolve("potential.csv"), estimate);
    writeSegments(folder.resolve("segments.csv"), report);
    Files.writeString(folder.resolve("report.json"), Json.write(report) + "\n");
  }

  private static void writeAccounts(Path file, PotentialEstimate estimate) throws IOException {
    List<String> fields =
        estimate.accounts().stream()
            .flatMap(account -> account.account().traits().fields().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    try (AccountExport export =
        AccountExport.open(Files.newBufferedWriter(file), fields, List.of())) {
      for (AccountPotential account : estimate.accounts()) {
        export.add(account.estimated());
      }
    }
  }

  private static void writeTerms(Path file, PotentialEstimate estimate) throws IOException {
    try (CsvTable table = CsvTable.open(Files.newBufferedWriter(file), TERMS)) {
      for (AccountPotential account : estimate.accounts()) {
        table.row(
            account.account().externalId(),
            account.segment(),
            AccountExport.decimal(account.terms().spendCents()),
            AccountExport.decimal(account.terms().conversionCents()),
            AccountExport.decimal(account.terms().pipelineCents()),
            AccountExport.decimal(account.terms().growthCents()),
            AccountExport.decimal(account.potentialCents()),
            AccountExport.decimal(account.terms().visitCentihours()),
            AccountExport.decimal(account.terms().callCentihours()),
            AccountExport.decimal(account.workloadCentihours()),
            AccountExport.decimal(account.account().worth().potentialCents()),
            AccountExport.decimal(account.account().worth().workloadCentihours()),
            account.terms().restsOnUnknownSize() ? "yes" : "");
      }
    }
  }

  private static void writeSegments(Path file, PotentialReport report) throws IOException {
    try (CsvTable table = CsvTable.open(Files.newBufferedWriter(file), SEGMENTS)) {
      for (PotentialReport.OfSegment segment : report.segments()) {
        table.row(
            segment.name(),
            Long.toString(segment.accounts()),
            segment.potential().toPlainString(),
            segment.workloadHours().toPlainString(),
            Long.toString(segment.won()),
            Long.toString(segment.closed()),
            Double.toString(segment.rate()));
      }
    }
  }
}
