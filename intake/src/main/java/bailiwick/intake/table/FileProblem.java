package bailiwick.intake.table;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Severity;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a file as a whole; an error stops its import. Values only. */
public sealed interface FileProblem extends ImportProblem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  @Override
  default Place place() {
    return new Place.InFile(file());
  }

  /** The file holds no text. */
  record EmptyFile(String file) implements FileProblem {
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
   * The file holds no text, or text that is no table, such as a web page.
   *
   * @param kind what it seems to be, such as {@code a Word document}
   */
  record BinaryFile(String file, String kind) implements FileProblem {
    @Override
    public String code() {
      return "IMPORT_BINARY_FILE";
    }

    @Override
    public String message() {
      return "The file `%s` is no table but %s.".formatted(file, kind);
    }

    @Override
    public String hint() {
      return "Save the sheet as an Excel workbook (.xlsx) without a password or as CSV (UTF-8), and"
          + " import that.";
    }
  }

  /**
   * The first row holds data, not names of columns.
   *
   * @param firstCells the first cells of that row
   */
  record NoHeader(String file, List<String> firstCells) implements FileProblem {
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
      return "Put a row with the columns' names on top, or map the columns yourself.";
    }
  }

  /** A header without a single row below it. */
  record NoRows(String file) implements FileProblem {
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
  record WrongDelimiter(String file, char used, char likely) implements FileProblem {
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
  record MissingColumn(String file, String field, List<String> header) implements FileProblem {
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
      return "Map the column that holds it to `%s`.".formatted(field);
    }
  }

  /**
   * A flag names a column that the file does not have.
   *
   * @param column the name given
   * @param nearest the most similar column there is, null when none is similar
   */
  record UnknownColumn(String file, String column, @Nullable String nearest)
      implements FileProblem {
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
  record UnknownField(String file, String field, List<String> known) implements FileProblem {
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
   * A setting cannot be read.
   *
   * @param flag its name, such as {@code map}
   * @param text as given
   * @param expected what it should look like
   */
  record BadFlag(String file, String flag, String text, String expected) implements FileProblem {
    @Override
    public String code() {
      return "IMPORT_BAD_FLAG";
    }

    @Override
    public String message() {
      return "The setting `%s` cannot be read from `%s`.".formatted(flag, text);
    }

    @Override
    public String hint() {
      return "Write it as %s.".formatted(expected);
    }
  }

  /**
   * A profile that cannot be read.
   *
   * @param what is wrong with it
   * @param keys what a profile can say
   */
  record BadProfile(String file, String what, List<String> keys) implements FileProblem {
    public BadProfile {
      keys = List.copyOf(keys);
    }

    @Override
    public String code() {
      return "IMPORT_BAD_PROFILE";
    }

    @Override
    public String message() {
      return "The profile `%s` cannot be read: %s.".formatted(file, what);
    }

    @Override
    public String hint() {
      return "A profile is a JSON object of %s.".formatted(String.join(", ", keys));
    }
  }

  /**
   * A column that a profile reads and the file does not have.
   *
   * @param profile its name
   * @param field what it is read as
   * @param column its header
   */
  record MissingProfileColumn(String file, String profile, String field, String column)
      implements FileProblem {
    @Override
    public String code() {
      return "IMPORT_MISSING_PROFILE_COLUMN";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The profile `%s` reads %s from `%s`, which the file does not have."
          .formatted(profile, field, column);
    }

    @Override
    public String hint() {
      return "The field is guessed instead; map it yourself, or save the profile anew.";
    }
  }

  /**
   * A workbook that unpacks to more than an import takes, by mistake or on purpose.
   *
   * @param what to what it unpacks, with the limit
   */
  record OversizedWorkbook(String file, String what) implements FileProblem {
    @Override
    public String code() {
      return "IMPORT_OVERSIZED_WORKBOOK";
    }

    @Override
    public String message() {
      return "The workbook `%s` unpacks to %s.".formatted(file, what);
    }

    @Override
    public String hint() {
      return "Save only the sheet and the columns that are needed, or save it as CSV.";
    }
  }

  /**
   * A sheet that the file does not have.
   *
   * @param sheet the name given
   * @param sheets the sheets there are; none in a text file
   */
  record UnknownSheet(String file, String sheet, List<String> sheets) implements FileProblem {
    public UnknownSheet {
      sheets = List.copyOf(sheets);
    }

    /** A sheet of a file that is no workbook. */
    UnknownSheet(String file, String sheet) {
      this(file, sheet, List.of());
    }

    @Override
    public String code() {
      return "IMPORT_UNKNOWN_SHEET";
    }

    @Override
    public String message() {
      return sheets.isEmpty()
          ? "The file `%s` is no workbook, so it has no sheet `%s`.".formatted(file, sheet)
          : "The workbook `%s` has no sheet `%s`.".formatted(file, sheet);
    }

    @Override
    public String hint() {
      return sheets.isEmpty()
          ? "Leave the sheet out."
          : "Its sheets are %s."
              .formatted(
                  sheets.stream()
                      .limit(20)
                      .map(name -> "`" + name + "`")
                      .collect(Collectors.joining(", ")));
    }
  }

  /** More columns than an import takes. */
  record TooManyColumns(String file, int columns, int limit) implements FileProblem {
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
   * @param row the row it begins in, 0 for the header
   */
  record RowTooLong(String file, long row) implements FileProblem {
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
      return "%s of `%s` does not end: a cell is longer than an import takes."
          .formatted(row == 0 ? "The header" : "Row " + row, file);
    }

    @Override
    public String hint() {
      return "Look for a quote (\") that is opened and never closed near this row.";
    }
  }

  /**
   * Somebody stopped the reading before the file's end.
   *
   * @param row the last row looked at
   */
  record Stopped(String file, long row) implements FileProblem {
    @Override
    public String code() {
      return "IMPORT_STOPPED";
    }

    @Override
    public String message() {
      return "Reading `%s` was stopped at row %s; nothing of it is kept.".formatted(file, row);
    }
  }

  /**
   * The file breaks off, for example a half-copied gzip file.
   *
   * @param row the last row that was read, 0 for the header, -1 when there is none
   */
  record DamagedFile(String file, long row, String reason) implements FileProblem {
    @Override
    public String code() {
      return "IMPORT_DAMAGED_FILE";
    }

    @Override
    public String message() {
      return row <= 0
          ? "The file `%s` cannot be read: %s.".formatted(file, reason)
          : "The file `%s` cannot be read beyond row %s: %s.".formatted(file, row, reason);
    }

    @Override
    public String hint() {
      return "Copy or export the file again.";
    }
  }
}
