package bailiwick.intake.table;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Severity;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a row or a cell; an error rejects the row. Values only. */
public sealed interface RowProblem extends ImportProblem {

  /** 1 for the first row below the header, 0 for the header. */
  long row();

  /** Header of the column; empty when the whole row is meant. */
  default String column() {
    return "";
  }

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  @Override
  default Place place() {
    return new Place.InTable(file(), row(), column());
  }

  /**
   * A problem in a row of a sheet, with the address that a person looks for.
   *
   * @param problem what is wrong
   * @param sheet name of the sheet
   * @param cell its address such as {@code D14}; the row's number alone when the row is meant
   */
  record InSheet(RowProblem problem, String sheet, String cell) implements RowProblem {
    @Override
    public String code() {
      return problem.code();
    }

    @Override
    public Severity severity() {
      return problem.severity();
    }

    @Override
    public String message() {
      return problem.message();
    }

    @Override
    public @Nullable String hint() {
      return problem.hint();
    }

    @Override
    public String file() {
      return problem.file();
    }

    @Override
    public long row() {
      return problem.row();
    }

    @Override
    public String column() {
      return problem.column();
    }

    @Override
    public Place place() {
      return new Place.InSheet(file(), sheet, cell, row(), column());
    }
  }

  /** A cell to the right of the header's last column. */
  record BeyondHeader(String file, long row, String cell, String value) implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_BEYOND_HEADER";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The cell %s holds `%s`, but its column has no name; it is left out."
          .formatted(cell, clipped(value));
    }
  }

  /** A formula whose value the file does not keep. */
  record NotCalculated(String file, long row, String column) implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_NOT_CALCULATED";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The formula has no value in the file; the cell is read as blank.";
    }

    @Override
    public String hint() {
      return "Open the workbook in a spreadsheet program, let it calculate, and save it.";
    }
  }

  /**
   * A column whose numbers or days could be read in two ways, and nothing in the file tells which.
   *
   * @param cells how many such cells there are
   * @param example the first of them
   * @param reading how they are read, such as {@code month first}
   */
  record AmbiguousColumn(
      String file, String column, String field, long cells, String example, String reading)
      implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_AMBIGUOUS_COLUMN";
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
      return ("Nothing tells how the column `%s` is written: %s of its cells, such as `%s`, can be read in"
              + " two ways. They are read as `%s`.")
          .formatted(column, cells, clipped(example), reading);
    }

    @Override
    public String hint() {
      return reading.startsWith("decimal")
          ? "Say the decimal mark, `point` or `comma`."
          : "Say the order of days, `day-first` or `month-first`.";
    }
  }

  /**
   * A column whose numbers or days are written in two habits.
   *
   * @param cells how many are written in the other habit than most
   * @param example the first of them
   * @param reading the habit of most
   */
  record MixedColumn(
      String file, String column, String field, long cells, String example, String reading)
      implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_MIXED_COLUMN";
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
      return ("The column `%s` is written in two ways: most of its cells as `%s`, but %s otherwise, such as"
              + " `%s`. A cell that can be read in both ways is read like most.")
          .formatted(column, reading, cells, clipped(example));
    }

    @Override
    public String hint() {
      return "Write the column in one way, or check the values that could be read in both.";
    }
  }

  /** Two columns of one name; the later one is renamed. */
  record DuplicateColumn(String file, String column, String renamed) implements RowProblem {
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
  record RaggedRow(String file, long row, int cells, int expected) implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_RAGGED_ROW";
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
  record BadEncoding(String file, long row, String column, String value) implements RowProblem {
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
  record MissingValue(String file, long row, String column, String field) implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_MISSING_VALUE";
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
      implements RowProblem {
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
  record BlankAmount(String file, long row, String column, String field) implements RowProblem {
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
      return "Impute `%s`, such as by its median, or leave the column out.".formatted(field);
    }
  }

  /** A second row with the id of an earlier one. */
  record DuplicateId(String file, long row, String column, String id) implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_DUPLICATE_ID";
    }

    @Override
    public String message() {
      return "The id `%s` stands in an earlier row already.".formatted(clipped(id));
    }

    @Override
    public String hint() {
      return "Give each row an id of its own, or map another column to `id`.";
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
      implements RowProblem {
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
      implements RowProblem {
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
  record NotPlaced(String file, long row, String given) implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_NOT_PLACED";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
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

  /**
   * An account whose place is known too roughly, or lies beyond the areas that the atlas covers.
   *
   * @param given the parts of the address
   * @param area how far down the geography its place is known, such as {@code US/VA}
   */
  record OutsideAreas(String file, long row, String given, String area) implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_OUTSIDE_AREAS";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The address `%s` leads to %s only: it falls in no postcode area, so in no territory."
          .formatted(clipped(given), area);
    }

    @Override
    public String hint() {
      return "Fill in a postcode, or a city with its state; or name the account in a rule.";
    }
  }

  /** An industry that is no code or title of the classification. */
  record UnknownIndustry(String file, long row, String column, String value) implements RowProblem {
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
  record UnknownAccount(String file, long row, String column, String account)
      implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_UNKNOWN_ACCOUNT";
    }

    @Override
    public String message() {
      return "The account `%s` is not among the accounts.".formatted(clipped(account));
    }
  }

  /** A row that belongs to a representative, and nobody knows the one that it names. */
  record UnknownOwner(String file, long row, String column, String owner) implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_UNKNOWN_OWNER";
    }

    @Override
    public String message() {
      return "The owner `%s` is no representative we know.".formatted(clipped(owner));
    }

    @Override
    public String hint() {
      return "Import the representatives first; owners are found by id, mail address or name.";
    }
  }

  /** A row about an area that the atlas does not have. */
  record UnknownArea(String file, long row, String column, String value) implements RowProblem {
    @Override
    public String code() {
      return "IMPORT_UNKNOWN_AREA";
    }

    @Override
    public String message() {
      return "The atlas knows no area `%s`.".formatted(clipped(value));
    }

    @Override
    public String hint() {
      return "Say its country, or add that country to the atlas; counties are found by their code, or"
          + " by name beside their state.";
    }
  }

  /** At most 80 characters of a value, so that a message stays one line. */
  private static String clipped(String value) {
    String line = value.replace('\n', ' ').replace('\r', ' ');
    int end = line.length() > 80 && Character.isHighSurrogate(line.charAt(78)) ? 78 : 79;
    return line.length() <= 80 ? line : line.substring(0, end) + "…";
  }
}
