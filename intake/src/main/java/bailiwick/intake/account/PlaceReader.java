package bailiwick.intake.account;

import bailiwick.atlas.placing.AddressPlacer;
import bailiwick.atlas.placing.Placed;
import bailiwick.atlas.placing.Repair;
import bailiwick.core.account.Address;
import bailiwick.core.account.Precision;
import bailiwick.core.problem.Severity;
import bailiwick.core.unit.LonLat;
import bailiwick.intake.mapping.CellText;
import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.report.RowLog;
import bailiwick.intake.table.ImportProblem;
import bailiwick.intake.table.RowProblem;
import bailiwick.intake.table.TableRow;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an address with or without coordinates and puts it on the map. Serves accounts and
 * representatives' homes alike. Not thread-safe.
 */
public final class PlaceReader {

  private final String file;
  private final ColumnMapping mapping;
  private final AddressPlacer placer;
  private final String country;

  /**
   * A reader of the rows of one file.
   *
   * @param country ISO code of addresses that name no country; empty to assume none
   */
  public PlaceReader(String file, ColumnMapping mapping, AddressPlacer placer, String country) {
    this.file = file;
    this.mapping = mapping;
    this.placer = placer;
    this.country = country;
  }

  /** Places a row; every repair of a value that the file could have held goes to the log. */
  public Placed read(TableRow row, RowLog log) {
    Placed placed = placer.place(address(row), point(row, log));
    for (Repair repair : placed.repairs()) {
      String field = repair.field().name().toLowerCase(Locale.ROOT);
      boolean couldHold = repair.field() == Repair.Field.POINT || mapping.has(field);
      if (couldHold) {
        log.add(repaired(row, field, repair));
      }
    }
    return placed;
  }

  /** What the row says about its place, in one line. */
  public String given(TableRow row) {
    Address address = address(row);
    return Stream.of(address.postcode(), address.city(), address.region(), address.country())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private Address address(TableRow row) {
    String given = mapping.text("country", row);
    return new Address(
        mapping.text("street", row),
        mapping.text("city", row),
        mapping.text("region", row),
        mapping.text("postcode", row),
        given.isEmpty() ? country : given);
  }

  private @Nullable LonLat point(TableRow row, RowLog log) {
    String lonText = mapping.text("lon", row);
    String latText = mapping.text("lat", row);
    if (CellText.isBlank(lonText) && CellText.isBlank(latText)) {
      return null;
    }
    String precision = mapping.text("precision", row);
    if (!precision.isEmpty() && !precision.equalsIgnoreCase(Precision.EXACT.name())) {
      return null; // a middle of something, written by our own export: better placed anew
    }
    OptionalDouble lon = degrees("lon", lonText, 180, row, log);
    OptionalDouble lat = degrees("lat", latText, 90, row, log);
    if (lon.isEmpty() || lat.isEmpty()) {
      return null;
    }
    if (lon.getAsDouble() == 0 && lat.getAsDouble() == 0) {
      log.add(bad("lon", lonText, "a place on land (0, 0 lies in the Atlantic)", row));
      return null;
    }
    return new LonLat(lon.getAsDouble(), lat.getAsDouble());
  }

  private OptionalDouble degrees(
      String field, String text, double limit, TableRow row, RowLog log) {
    OptionalDouble degrees = CellText.findDecimalDegrees(text);
    if (degrees.isEmpty() || Math.abs(degrees.getAsDouble()) > limit) {
      log.add(
          bad(
              field,
              text,
              "a number of degrees from -%s to %s".formatted((int) limit, (int) limit),
              row));
      return OptionalDouble.empty();
    }
    return degrees;
  }

  private ImportProblem bad(String field, String text, String expected, TableRow row) {
    return new RowProblem.BadValue(
        file, row.number(), mapping.column(field), field, text, expected, Severity.WARNING);
  }

  private ImportProblem repaired(TableRow row, String field, Repair repair) {
    return new RowProblem.Repaired(
        file,
        row.number(),
        mapping.column(field),
        field,
        repair.from(),
        repair.to(),
        repair.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
