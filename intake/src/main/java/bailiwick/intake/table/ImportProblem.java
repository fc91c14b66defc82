package bailiwick.intake.table;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with an imported file, one record per kind. Values only.
 *
 * <p>An {@link Severity#ERROR} at a row rejects that row; one at the whole file stops the import.
 */
public sealed interface ImportProblem extends Problem {

  /** The file's name as the user gave it. */
  String file();

  /** A problem of the file as a whole. */
  sealed interface OfFile extends ImportProblem {
    @Override
    default Severity severity() {
      return Severity.ERROR;
    }

    @Override
    default Place place() {
      return new Place.InFile(file());
    }
  }

  /** A problem of one row or cell. */
  sealed interface OfRow extends ImportProblem {
    /** 1 for the first row below the header, 0 for the header. */
    long row();

    /** Header of the column; empty when the whole row is meant. */
    String column();

    @Override
    default Place place() {
      return new Place.InTable(file(), row(), column());
    }
  }

  /** The file holds no text. */
  record EmptyFile(String file) implements OfFile {
    @Override
    public String code() {
      return "IMPORT_EMPTY_FILE";
    }

    @Override
    public String message() {
      return "The file `%s` is empty.".formatted(file);
    }

    @Override
    public String hint() {
      return "Export the list again, with a header row and at least one row of data.";
    }
  }

  /**
   * The file holds bytes that are no text.
   *
   * @param kind what it seems to be, such as {@code an Excel workbook or zip archive}
   */
  record BinaryFile(String file, String kind) implements OfFile {
    @Override
    public String code() {
      return "IMPORT_BINARY_FILE";
    }

    @Override
    public String message() {
      return "The file `%s` is no text table but %s.".formatted(file, kind);
    }

    @Override
    public String hint() {
      return "Save the sheet as CSV (UTF-8) and import that.";
    }
  }

  /**
   * The first row holds data, not names of columns.
   *
   * @param firstCells the first cells of that row
   */
  record NoHeader(String file, List<String> firstCells) implements OfFile {
    public NoHeader {
      firstCells = List.copyOf(firstCells);
    }

    @Override
    public String code() {
      return "IMPORT_NO_HEADER";
    }

    @Override
    public String message() {
      return "The first row of `%s` (%s) does not name columns."
          .formatted(file, String.join(", ", firstCells));
    }

    @Override
    public String hint() {
      return "Put a row with the columns' names on top, or name the columns with --map.";
    }
  }

  /** A header without a single row below it. */
  record NoRows(String file) implements OfFile {
    @Override
    public String code() {
      return "IMPORT_NO_ROWS";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The file `%s` has a header but no row below it.".formatted(file);
    }
  }

  /**
   * The whole header came out as one column although something else separates it.
   *
   * @param used the delimiter used
   * @param likely what seems to separate the cells
   */
  record WrongDelimiter(String file, char used, char likely) implements OfFile {
    @Override
    public String code() {
      return "IMPORT_WRONG_DELIMITER";
    }

    @Override
    public String message() {
      return "Split at `%s` the header of `%s` is a single column; `%s` seems to separate its cells."
          .formatted(shown(used), file, shown(likely));
    }

    @Override
    public String hint() {
      return "Say --delimiter '%s', or write the file with commas, semicolons, tabs or bars."
          .formatted(shown(likely));
    }

    private static String shown(char delimiter) {
      return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }
  }

  /**
   * No column holds a field that is needed.
   *
   * @param field key of the field
   * @param header the columns there are
   */
  record MissingColumn(String file, String field, List<String> header) implements OfFile {
    public MissingColumn {
      header = List.copyOf(header);
    }

    @Override
    public String code() {
      return "IMPORT_MISSING_COLUMN";
    }

    @Override
    public String message() {
      return "No column of `%s` holds the %s; its columns are %s."
          .formatted(file, field, String.join(", ", header));
    }

    @Override
    public String hint() {
      return "Name the column with --map %s=COLUMN.".formatted(field);
    }
  }

  /**
   * A flag names a column that the file does not have.
   *
   * @param column the name given
   * @param nearest the most similar column there is, null when none is similar
   */
  record UnknownColumn(String file, String column, @Nullable String nearest) implements OfFile {
    @Override
    public String code() {
      return "IMPORT_UNKNOWN_COLUMN";
    }

    @Override
    public String message() {
      return "The file `%s` has no column `%s`.".formatted(file, column);
    }

    @Override
    public @Nullable String hint() {
      return nearest == null ? null : "Did you mean `%s`?".formatted(nearest);
    }
  }

  /**
   * A flag names a field that this kind of import does not have.
   *
   * @param field the name given
   * @param known the fields there are
   */
  record UnknownField(String file, String field, List<String> known) implements OfFile {
    public UnknownField {
      known = List.copyOf(known);
    }

    @Override
    public String code() {
      return "IMPORT_UNKNOWN_FIELD";
    }

    @Override
    public String message() {
      return "There is no field `%s` to fill.".formatted(field);
    }

    @Override
    public String hint() {
      return "The fields are %s.".formatted(String.join(", ", known));
    }
  }

  /**
   * A flag cannot be read.
   *
   * @param flag as given
   * @param expected what it should look like
   */
  record BadFlag(String file, String flag, String expected) implements OfFile {
    @Override
    public String code() {
      return "IMPORT_BAD_FLAG";
    }

    @Override
    public String message() {
      return "The setting `%s` cannot be read.".formatted(flag);
    }

    @Override
    public String hint() {
      return "Write it as %s.".formatted(expected);
    }
  }

  /** More columns than an import takes. */
  record TooManyColumns(String file, int columns, int limit) implements OfFile {
    @Override
    public String code() {
      return "IMPORT_TOO_MANY_COLUMNS";
    }

    @Override
    public String message() {
      return "The header of `%s` has %s columns, more than the %s that are read."
          .formatted(file, columns, limit);
    }

    @Override
    public String hint() {
      return "Leave out the columns that are not needed.";
    }
  }

  /**
   * A cell or row without end, mostly an unclosed quote.
   *
   * @param row the row it begins in
   */
  record RowTooLong(String file, long row) implements OfFile {
    @Override
    public String code() {
      return "IMPORT_ROW_TOO_LONG";
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, "");
    }

    @Override
    public String message() {
      return "Row %s of `%s` does not end: a cell is longer than an import takes."
          .formatted(row, file);
    }

    @Override
    public String hint() {
      return "Look for a quote (\") that is opened and never closed near this row.";
    }
  }

  /**
   * The file breaks off, for example a half-copied gzip file.
   *
   * @param row the last row that was read
   */
  record DamagedFile(String file, long row, String reason) implements OfFile {
    @Override
    public String code() {
      return "IMPORT_DAMAGED_FILE";
    }

    @Override
    public String message() {
      return "The file `%s` cannot be read beyond row %s: %s.".formatted(file, row, reason);
    }

    @Override
    public String hint() {
      return "Copy or export the file again.";
    }
  }

  /** Two columns of one name; the later one is renamed. */
  record DuplicateColumn(String file, String column, String renamed) implements OfRow {
    @Override
    public String code() {
      return "IMPORT_DUPLICATE_COLUMN";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public long row() {
      return 0;
    }

    @Override
    public String message() {
      return "The column `%s` stands twice; the later one is read as `%s`."
          .formatted(column, renamed);
    }
  }

  /** A row with more or fewer cells than the header. */
  record RaggedRow(String file, long row, int cells, int expected) implements OfRow {
    @Override
    public String code() {
      return "IMPORT_RAGGED_ROW";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String column() {
      return "";
    }

    @Override
    public String message() {
      return "The row has %s cells, the header %s.".formatted(cells, expected);
    }

    @Override
    public String hint() {
      return "Put quotes around cells that hold the delimiter or a line break.";
    }
  }

  /** A row whose bytes do not fit the file's encoding, or that holds a NUL character. */
  record BadEncoding(String file, long row, String column, String value) implements OfRow {
    @Override
    public String code() {
      return "IMPORT_BAD_ENCODING";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The text `%s` holds characters that do not fit the file's encoding."
          .formatted(clipped(value));
    }

    @Override
    public String hint() {
      return "Export the file as UTF-8.";
    }
  }

  /** A needed cell is blank. */
  record MissingValue(String file, long row, String column, String field) implements OfRow {
    @Override
    public String code() {
      return "IMPORT_MISSING_VALUE";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "The %s is blank.".formatted(field);
    }
  }

  /**
   * A cell that cannot be read as what its field holds.
   *
   * @param expected what it should be, such as {@code a number of 0 or more}
   * @param severity {@link Severity#ERROR} rejects the row; with {@link Severity#WARNING} the value
   *     is left out
   */
  record BadValue(
      String file,
      long row,
      String column,
      String field,
      String value,
      String expected,
      Severity severity)
      implements OfRow {
    @Override
    public String code() {
      return "IMPORT_BAD_VALUE";
    }

    @Override
    public String message() {
      return "The %s `%s` is not %s%s."
          .formatted(
              field,
              clipped(value),
              expected,
              severity == Severity.ERROR ? "" : "; it is read as unknown");
    }
  }

  /** A blank amount that nothing fills; it is read as 0. */
  record BlankAmount(String file, long row, String column, String field) implements OfRow {
    @Override
    public String code() {
      return "IMPORT_BLANK_AMOUNT";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The %s is blank and is read as 0.".formatted(field);
    }

    @Override
    public String hint() {
      return "Fill blanks with --impute %s=median, or leave the column out.".formatted(field);
    }
  }

  /** A second row with the id of an earlier one. */
  record DuplicateId(String file, long row, String column, String id) implements OfRow {
    @Override
    public String code() {
      return "IMPORT_DUPLICATE_ID";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "The id `%s` stands in an earlier row already.".formatted(clipped(id));
    }

    @Override
    public String hint() {
      return "Give each row an id of its own, or name another id column with --map id=COLUMN.";
    }
  }

  /**
   * A value that was put right.
   *
   * @param field key of the field
   * @param before as the file has it
   * @param after as it was accepted
   * @param reason why, such as {@code the postcode lies in it}
   */
  record Repaired(
      String file,
      long row,
      String column,
      String field,
      String before,
      String after,
      String reason)
      implements OfRow {
    @Override
    public String code() {
      return "IMPORT_REPAIRED";
    }

    @Override
    public Severity severity() {
      return Severity.NOTE;
    }

    @Override
    public String message() {
      return before.isEmpty()
          ? "The blank %s is filled with `%s`: %s.".formatted(field, clipped(after), reason)
          : "The %s `%s` is read as `%s`: %s."
              .formatted(field, clipped(before), clipped(after), reason);
    }
  }

  /**
   * A blank amount that was filled in.
   *
   * @param value what was filled in
   * @param basis where it comes from, such as {@code the median of type PSYCHIATRIC}
   */
  record Imputed(String file, long row, String column, String field, String value, String basis)
      implements OfRow {
    @Override
    public String code() {
      return "IMPORT_IMPUTED";
    }

    @Override
    public Severity severity() {
      return Severity.NOTE;
    }

    @Override
    public String message() {
      return "The blank %s is filled with %s, %s.".formatted(field, value, basis);
    }
  }

  /** An account that nothing in the row places on the map. */
  record NotPlaced(String file, long row, String given) implements OfRow {
    @Override
    public String code() {
      return "IMPORT_NOT_PLACED";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String column() {
      return "";
    }

    @Override
    public String message() {
      return given.isBlank()
          ? "The row has no address and no coordinates, so it stands nowhere on the map."
          : "The address `%s` is in no place that the atlas knows.".formatted(clipped(given));
    }

    @Override
    public String hint() {
      return "Fill in a postcode, or a city with its state and country.";
    }
  }

  /** An industry that is no code or title of the classification. */
  record UnknownIndustry(String file, long row, String column, String value) implements OfRow {
    @Override
    public String code() {
      return "IMPORT_UNKNOWN_INDUSTRY";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The industry `%s` is neither a NAICS code nor a NAICS title."
          .formatted(clipped(value));
    }
  }

  /** A row about an account that was not imported. */
  record UnknownAccount(String file, long row, String column, String account) implements OfRow {
    @Override
    public String code() {
      return "IMPORT_UNKNOWN_ACCOUNT";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "The account `%s` is not among the accounts.".formatted(clipped(account));
    }
  }

  /** At most 80 characters of a value, so that a message stays one line. */
  private static String clipped(String value) {
    String line = value.replace('\n', ' ').replace('\r', ' ');
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }
}
