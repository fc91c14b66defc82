package bailiwick.intake.instance;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** What is wrong with the files of an instance. */
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
  }

  /** A column that must be there is not. */
  record ColumnMissing(String file, String column) implements InstanceProblem {
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
  }

  /** A setting that is missing or makes no sense. */
  record WrongSetting(String pointer, String value, String expected) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_WRONG_SETTING";
    }

    @Override
    public String message() {
      return "The setting `%s` (%s) of `instance.json` must be %s."
          .formatted(pointer, value, expected);
    }

    @Override
    public Place place() {
      return new Place.InRequest(pointer);
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
          .formatted(value, column, row, file, expected);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, column);
    }
  }

  /** An id that stands twice, or is blank. */
  record IdTwice(String file, long row, String id, long firstRow) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_ID_TWICE";
    }

    @Override
    public String message() {
      return "The unit id `%s` in row %s of `%s` stood in row %s before."
          .formatted(id, row, file, firstRow);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, "id");
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
          .formatted(id, column, row, file);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, column);
    }
  }

  /** There are more problems of these kinds than are told. */
  record More(String file, long count) implements InstanceProblem {
    @Override
    public String code() {
      return "INSTANCE_MORE_PROBLEMS";
    }

    @Override
    public String message() {
      return "The file `%s` has %s more problems.".formatted(file, count);
    }

    @Override
    public Place place() {
      return new Place.InFile(file);
    }
  }
}
