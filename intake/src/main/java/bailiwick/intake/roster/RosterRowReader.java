package bailiwick.intake.roster;

import bailiwick.core.problem.Severity;
import bailiwick.core.roster.Representative;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.core.unit.LonLat;
import bailiwick.intake.account.PlaceReader;
import bailiwick.intake.mapping.CellText;
import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.report.ImportRun;
import bailiwick.intake.report.RowCells;
import bailiwick.intake.report.RowLog;
import bailiwick.intake.report.SeenIds;
import bailiwick.intake.table.TableRow;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Makes a representative of each row. Not thread-safe. */
final class RosterRowReader implements ImportRun.RowReader<ImportedRepresentative> {

  private final String file;
  private final ColumnMapping mapping;
  private final String source;
  private final PlaceReader places;
  private final SeenIds seen = new SeenIds();

  RosterRowReader(String file, ColumnMapping mapping, String source, PlaceReader places) {
    this.file = file;
    this.mapping = mapping;
    this.source = source;
    this.places = places;
  }

  @Override
  public @Nullable ImportedRepresentative read(TableRow row, RowLog log) {
    RowCells cells = new RowCells(file, mapping, row, log);
    String idField = idField();
    String id = cells.needText(idField);
    String name = name(cells, id);
    if (log.rejected() || !cells.needNew(idField, seen)) {
      return null;
    }
    LocalDate started = cells.findDate("start");
    LocalDate left = cells.findDate("left");
    if (started != null && left != null && left.isBefore(started)) {
      cells.bad("left", "a day on or after the start", Severity.WARNING);
      left = null;
    }
    return new ImportedRepresentative(
        new Representative(
            RepresentativeId.ofExternal(source, id),
            id,
            name,
            cells.text("email"),
            home(row, log),
            CellText.words(cells.text("skills")),
            started,
            left,
            ramp(cells),
            cells.findPositiveHundredths("quota").orElse(0)),
        row.number(),
        cells.text("territory"),
        cells.text("manager"));
  }

  private String idField() {
    if (mapping.has("id")) {
      return "id";
    }
    return mapping.has("name") ? "name" : "lastName";
  }

  /** The name; without a column for it that of two columns, and the id where those are blank. */
  private String name(RowCells cells, String id) {
    if (mapping.has("name")) {
      return cells.needText("name");
    }
    String parts = (cells.text("firstName") + " " + cells.text("lastName")).strip();
    return parts.isEmpty() ? id : parts;
  }

  private @Nullable LonLat home(TableRow row, RowLog log) {
    var placed = places.read(row, log);
    log.placed(placed.location().precision());
    return placed.location().point();
  }

  private static double ramp(RowCells cells) {
    String text = cells.text("ramp");
    if (CellText.isBlank(text)) {
      return 1;
    }
    OptionalDouble share = CellText.findShare(text);
    if (share.isEmpty()) {
      cells.bad("ramp", "a share from 0 to 1, or from 0% to 100%", Severity.WARNING);
    }
    return share.orElse(1);
  }
}
