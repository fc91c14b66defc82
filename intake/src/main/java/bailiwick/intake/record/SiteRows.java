package bailiwick.intake.record;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.placing.AddressPlacer;
import bailiwick.atlas.placing.Placed;
import bailiwick.core.account.Precision;
import bailiwick.intake.account.PlaceReader;
import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.report.RowCells;
import bailiwick.intake.report.RowLog;
import bailiwick.intake.report.SeenIds;
import bailiwick.intake.table.RowProblem;
import bailiwick.intake.table.TableRow;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a site of each row. Not thread-safe. */
final class SiteRows {

  private final String file;
  private final ColumnMapping mapping;
  private final PlaceReader places;
  private final Predicate<String> knownAccount;
  private final SeenIds seen = new SeenIds();

  SiteRows(
      String file,
      ColumnMapping mapping,
      Atlas atlas,
      String country,
      Predicate<String> knownAccount) {
    this.file = file;
    this.mapping = mapping;
    this.places = new PlaceReader(file, mapping, new AddressPlacer(atlas), country);
    this.knownAccount = knownAccount;
  }

  @Nullable AccountSite read(TableRow row, RowLog log) {
    RowCells cells = new RowCells(file, mapping, row, log);
    String id = cells.needText("id");
    String account = cells.needKnownAccount(knownAccount);
    if (cells.rejected() || !cells.needNew("id", seen)) {
      return null;
    }
    Placed placed = places.read(row, log);
    log.placed(placed.location().precision());
    if (placed.location().precision() == Precision.NONE) {
      log.add(new RowProblem.NotPlaced(file, row.number(), places.given(row)));
    }
    return new AccountSite(
        id, account, cells.text("name"), cells.text("kind"), placed.repaired(), placed.location());
  }
}
