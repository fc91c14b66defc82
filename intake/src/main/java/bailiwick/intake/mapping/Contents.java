package bailiwick.intake.mapping;

import bailiwick.intake.table.TableRow;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the first cells of each column of a file look like, as far as that tells what the columns
 * are. Immutable.
 */
final class Contents {

  /** Fewer cells than this contradict no name. */
  private static final int ENOUGH_TO_DOUBT = 3;

  /** Fewer cells than this tell nothing without a name. */
  private static final int ENOUGH_TO_TELL = 5;

  private static final double ALMOST_ALL = 0.9;

  /** Factor of the confidence in a name that the cells contradict. */
  private static final double DOUBT = 0.6;

  /** Confidence in cells without a name. */
  private static final double TOLD_BY_CELLS = 0.6;

  private static final Pattern TELLING_POSTCODE =
      Pattern.compile(
          "(?i)\\d{5}(-\\d{4})?|[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}|[a-z]\\d[a-z] ?\\d[a-z]\\d");

  private static final Pattern COUNTRY_NAME = Pattern.compile(".{4,}");

  private final List<TableRow> rows;

  private Contents(List<TableRow> rows) {
    this.rows = rows.stream().filter(row -> !row.ragged()).toList();
  }

  /** The contents of the first rows of a file. */
  static Contents of(List<TableRow> rows) {
    return new Contents(rows);
  }

  /**
   * How sure a guess by a column's name is once its cells are looked at. Cells that fit make it
   * surer; cells that do not make it less sure, and a name that merely resembles is given up. A
   * field's own name is kept for all cells but an owner's: what cannot be read is told row by row.
   *
   * @param byName confidence by the name, above 0
   */
  double confidence(Field field, int column, double byName) {
    Optional<CellShape> shape = CellShape.of(field);
    if (shape.isEmpty()) {
      return byName;
    }
    long filled = filled(column);
    double share = share(column, shape.get());
    if (filled >= ENOUGH_TO_DOUBT && share < 0.5 && shape.get().isRequired()) {
      boolean keepsName = byName >= HeaderName.LEAST_EXACT && shape.get() != CellShape.PERSON;
      return keepsName ? Math.max(DOUBT * byName, 0.5) : Math.min(DOUBT * byName, 0.4);
    }
    boolean confirmed = filled > 0 && share >= ALMOST_ALL && shape.get() != CellShape.PERSON;
    return confirmed ? (1 + byName) / 2 : byName;
  }

  /**
   * How sure it is that a column whose name says nothing holds a field: 0 when its cells are too
   * few, too mixed or of a shape that many fields have.
   */
  double confidence(Field field, int column) {
    Optional<CellShape> shape = CellShape.of(field);
    boolean tells =
        shape.isPresent()
            && (shape.get().tellsAlone() || (field.needed() && shape.get() == CellShape.DAY))
            && filled(column) >= ENOUGH_TO_TELL
            && share(column, shape.get()) >= 0.95
            && isDistinct(column, shape.get());
    return tells ? TOLD_BY_CELLS : 0;
  }

  /**
   * Whether cells of a shape are not of another as well: numbers are postcodes when they have five
   * digits and differ, codes of two letters may be countries or states.
   */
  private boolean isDistinct(int column, CellShape shape) {
    return switch (shape) {
      case POSTCODE -> allMatch(column, TELLING_POSTCODE) && differing(column) >= 3;
      case STATE -> differing(column) >= 2;
      case COUNTRY -> allMatch(column, COUNTRY_NAME);
      case EMAIL, WEB, PHONE, PERSON, NUMBER, DAY -> true;
    };
  }

  private boolean allMatch(int column, Pattern pattern) {
    return rows.stream()
        .map(row -> row.cell(column))
        .filter(text -> !CellText.isBlank(text))
        .allMatch(text -> pattern.matcher(text).matches());
  }

  private long differing(int column) {
    return rows.stream().map(row -> row.cell(column)).distinct().count();
  }

  private long filled(int column) {
    return rows.stream().filter(row -> !CellText.isBlank(row.cell(column))).count();
  }

  private double share(int column, CellShape shape) {
    long fitting =
        rows.stream()
            .filter(row -> !CellText.isBlank(row.cell(column)))
            .filter(row -> isTyped(row, column, shape) || shape.fits(row.cell(column)))
            .count();
    return fitting / (double) Math.max(1, filled(column));
  }

  private static boolean isTyped(TableRow row, int column, CellShape shape) {
    return (shape == CellShape.NUMBER || shape == CellShape.DAY) && row.typed(column);
  }
}
