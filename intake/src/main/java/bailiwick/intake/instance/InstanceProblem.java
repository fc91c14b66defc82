package bailiwick.intake.instance;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.util.List;

/** What is wrong or odd with the files of an instance, apart from their being no tables at all. */
public sealed interface InstanceProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** A file that must be there is not. */
  record FileMissing(String file) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_FILE_MISSING";
    }

    @Override
    public String message() {
      return "The instance has no file `%s`.".formatted(file);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }

    @Override
    public String hint() {
      return "An instance is a folder with units.csv and instance.json; contiguity, cut borders and"
          + " distances along a network need edges.csv, too.";
    }
  }

  /** A file that cannot be read as what it should be. */
  record Unreadable(String file, String reason) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_UNREADABLE";
    }

    @Override
    public String message() {
      return "The file `%s` cannot be read: %s.".formatted(file, reason);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }

    @Override
    public String hint() {
      return "Copy or write the file again; it may have been cut short.";
    }
  }

  /**
   * A column that must be there is not.
   *
   * @param there the columns that are there
   */
  record ColumnMissing(String file, String column, List<String> there) implements InstanceProblem {
    public ColumnMissing {
      there = List.copyOf(there);
    }

    @Override
    public String code() {
      return "INSTANCE_COLUMN_MISSING";
    }

    @Override
    public String message() {
      return "The file `%s` has no column `%s`.".formatted(file, column);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, 0, column);
    }

    @Override
    public String hint() {
      return "Its columns are %s.".formatted(String.join(", ", there));
    }
  }

  /** A setting that is missing or makes no sense. */
  record WrongSetting(String pointer, String value, String expected) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_WRONG_SETTING";
    }

    @Override
    public String message() {
      return value.isEmpty()
          ? "The setting `%s` of `instance.json` is missing; it must be %s."
              .formatted(pointer, expected)
          : "The setting `%s` (%s) of `instance.json` must be %s."
              .formatted(pointer, value, expected);
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }
  }

  /**
   * A setting that rules of balance do not have.
   *
   * @param known those that this kind of rule has
   */
  record UnknownSetting(String pointer, List<String> known) implements InstanceProblem {
    public UnknownSetting {
      known = List.copyOf(known);
    }

    @Override
    public String code() {
      return "INSTANCE_UNKNOWN_SETTING";
    }

    @Override
    public String message() {
      return "The setting `%s` of `instance.json` is not known.".formatted(pointer);
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
    }

    @Override
    public String hint() {
      return "Beside it stand %s; a rule that is not known would not be kept."
          .formatted(String.join(", ", known));
    }
  }

  /** A cell that is no number of the kind wanted. */
  record WrongNumber(String file, long row, String column, String value, String expected)
      implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_WRONG_NUMBER";
    }

    @Override
    public String message() {
      return "The value `%s` of `%s` in row %s of `%s` must be %s."
          .formatted(Shown.text(value), column, row, file, expected);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, column);
    }

    @Override
    public String hint() {
      return "Write decimals with a point and without separators between thousands.";
    }
  }

  /**
   * A row with fewer or more cells than there are columns.
   *
   * @param cells of the row
   * @param columns of the header
   */
  record RaggedRow(String file, long row, int cells, int columns) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_RAGGED_ROW";
    }

    @Override
    public String message() {
      return "Row %s of `%s` has %s cells where the header has %s."
          .formatted(row, file, cells, columns);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, "");
    }

    @Override
    public String hint() {
      return cells < columns
          ? "Fill the missing cells; if it is the last row, the file was cut short."
          : "Put quotes around cells that hold the separator.";
    }
  }

  /** A cell with characters that do not fit the encoding. */
  record BrokenText(String file, long row, String column) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_BROKEN_TEXT";
    }

    @Override
    public String message() {
      return "The cell `%s` in row %s of `%s` holds bytes that are no UTF-8."
          .formatted(column, row, file);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, column);
    }

    @Override
    public String hint() {
      return "Write the file anew as UTF-8.";
    }
  }

  /** A file that is not in UTF-8, but can be read. */
  record OtherEncoding(String file, String encoding) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_OTHER_ENCODING";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The file `%s` is not in UTF-8; it was read as %s.".formatted(file, encoding);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }

    @Override
    public String hint() {
      return "Results are written in UTF-8; check that ids with accents look right in them.";
    }
  }

  /** A table of units with nothing below its header. */
  record NoUnits(String file) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_NO_UNITS";
    }

    @Override
    public String message() {
      return "The file `%s` has a header but no row below it.".formatted(file);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }

    @Override
    public String hint() {
      return "Write one row for each unit; the file may have been cut short.";
    }
  }

  /** A row without an id. */
  record IdMissing(String file, long row) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_ID_MISSING";
    }

    @Override
    public String message() {
      return "Row %s of `%s` has no id.".formatted(row, file);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, "id");
    }

    @Override
    public String hint() {
      return "Give each unit an id of its own.";
    }
  }

  /** An id that stands twice. */
  record IdTwice(String file, long row, String id, long firstRow) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_ID_TWICE";
    }

    @Override
    public String message() {
      return "The unit id `%s` in row %s of `%s` stood in row %s before."
          .formatted(Shown.text(id), row, file, firstRow);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, "id");
    }

    @Override
    public String hint() {
      return "Leave one of them out, or add their amounts up in one row.";
    }
  }

  /** An id that no unit has. */
  record UnknownId(String file, long row, String column, String id) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_UNKNOWN_ID";
    }

    @Override
    public String message() {
      return "No unit has the id `%s` that stands in `%s` in row %s of `%s`."
          .formatted(Shown.text(id), column, row, file);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, column);
    }

    @Override
    public String hint() {
      return "Add the unit to `units.csv`, or leave the edge out; leading zeros count.";
    }
  }

  /**
   * More than can be worked with.
   *
   * @param things what there is too much of
   * @param most that can be read
   */
  record TooLarge(String file, String things, long count, long most) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_TOO_LARGE";
    }

    @Override
    public String message() {
      return "The file `%s` has %s %s; at most %s can be worked with."
          .formatted(file, count, things, most);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }

    @Override
    public String hint() {
      return "Check that each stands once only, or make the units larger.";
    }
  }

  /**
   * Pairs of touching units that are far more than on any map.
   *
   * @param most pairs for so many units
   */
  record TooDense(int units, long pairs, long most) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_TOO_DENSE";
    }

    @Override
    public String message() {
      return "The edges join %s pairs of %s units; at most %s of so many can be worked with."
          .formatted(pairs, units, most);
    }

    @Override
    public Place place() {
      return new Place.InFile(InstanceFolder.EDGES);
    }

    @Override
    public String hint() {
      return "Keep the edges between units that touch: on a map there are about three for each"
          + " unit.";
    }
  }

  /**
   * Amounts whose sum does not fit.
   *
   * @param places decimal places that are kept
   */
  record SumTooLarge(String file, String column, double sum, int places)
      implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_SUM_TOO_LARGE";
    }

    @Override
    public String message() {
      return "The sum of `%s` in `%s` (%s) is too large to be added up exactly to %s decimal places."
          .formatted(column, file, sum, places);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, 0, column);
    }

    @Override
    public String hint() {
      return "Write the amounts in a larger unit, such as thousands, or with fewer decimal places.";
    }
  }

  /**
   * Edges that say nothing new.
   *
   * @param loops edges from a unit to itself
   * @param firstLoop row of the first of them, 0 when there is none
   * @param doubles edges between two units that stood before
   */
  record IdleEdges(long loops, long firstLoop, long doubles) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_IDLE_EDGES";
    }

    @Override
    public Severity severity() {
      return Severity.NOTE;
    }

    @Override
    public String message() {
      return "Of the edges, %s stand twice and %s join a unit to itself%s; each pair counts once."
          .formatted(doubles, loops, loops == 0 ? "" : ", first in row " + firstLoop);
    }

    @Override
    public Place place() {
      return new Place.InFile(InstanceFolder.EDGES);
    }
  }

  /**
   * Units that must lie in contiguous territories form several pieces.
   *
   * @param pieces how many
   * @param examples what the largest are, in words
   */
  record SeparatePieces(int pieces, List<String> examples) implements InstanceProblem {
    public SeparatePieces {
      examples = List.copyOf(examples);
    }

    @Override
    public String code() {
      return "INSTANCE_SEPARATE_PIECES";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The units form %s pieces that no edge joins (%s%s); no territory reaches from one to another."
          .formatted(pieces, String.join(", ", examples), pieces > examples.size() ? ", …" : "");
    }

    @Override
    public Place place() {
      return new Place.InFile(InstanceFolder.EDGES);
    }

    @Override
    public String hint() {
      return "Add an edge for each bridge or ferry that counts.";
    }
  }

  /** Distances along a network between units that no way joins. */
  record NoWay(String unit, String other, int pieces) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_NO_WAY";
    }

    @Override
    public String message() {
      return "No way leads from unit `%s` to unit `%s`: the network falls into %s pieces."
          .formatted(unit, other, pieces);
    }

    @Override
    public Place place() {
      return new Place.InFile(InstanceFolder.EDGES);
    }

    @Override
    public String hint() {
      return "Add edges with lengths that join the pieces, or measure straight lines.";
    }
  }

  /** There are more problems in a file than are told. */
  record More(String file, long count, int told) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_MORE_PROBLEMS";
    }

    @Override
    public String message() {
      return "The file `%s` has %s problems; the first %s are told.".formatted(file, count, told);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }
  }
}
