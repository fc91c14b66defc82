package bailiwick.server.publication;

import bailiwick.intake.export.CsvTable;
import bailiwick.server.scenario.Amounts;
import bailiwick.store.publication.AccountMove;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.PublicationRepository;
import bailiwick.store.publication.PublicationRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The accounts that a publication would move, as CSV; its columns add up to the dry run. */
record MovesTable(
    PublicationRepository publications, PublicationRequest request, Decisions decisions) {

  private static final List<String> HEADER =
      List.of(
          "id",
          "name",
          "from_territory",
          "to_territory",
          "from_representative",
          "to_representative",
          "potential",
          "workload",
          "sales",
          "open_pipeline",
          "relationship_months");

  void write(OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (CsvTable table = CsvTable.open(writer, HEADER)) {
      publications.forEachMove(request, decisions, move -> row(table, move));
    }
  }

  private static void row(CsvTable table, AccountMove move) {
    try {
      table.row(
          move.externalId(),
          move.name(),
          move.from(),
          move.to(),
          move.fromPerson(),
          move.toPerson(),
          String.valueOf(Amounts.whole(move.worth().potentialCents())),
          String.valueOf(Amounts.whole(move.worth().workloadCentihours())),
          String.valueOf(Amounts.whole(move.worth().salesCents())),
          String.valueOf(Amounts.whole(move.relations().openPipelineCents())),
          String.valueOf(move.relations().months()));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
