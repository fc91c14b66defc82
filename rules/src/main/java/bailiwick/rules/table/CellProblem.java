package bailiwick.rules.table;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a table of our own rules. */
public sealed interface CellProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /**
   * A problem of the rules, in the cell that it comes from.
   *
   * @param problem of the rule language
   * @param cell what the cell says
   */
  record InCell(Problem problem, String cell, Place place) implements CellProblem {
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
      String shown = cell.length() > 80 ? cell.substring(0, 80) + "…" : cell;
      return cell.isEmpty()
          ? problem.message()
          : "%s The cell says `%s`.".formatted(problem.message(), shown);
    }

    @Override
    public @Nullable String hint() {
      return problem.hint();
    }
  }

  /** A column that rules have no use for. */
  record UnknownColumn(String column, List<String> known, Place place) implements CellProblem {
    public UnknownColumn {
      known = List.copyOf(known);
    }

    @Override
    public String code() {
      return "TABLE_UNKNOWN_COLUMN";
    }

    @Override
    public String message() {
      return "The column `%s` is neither a field nor a column of rules.".formatted(column);
    }

    @Override
    public String hint() {
      return "Known are %s.".formatted(String.join(", ", known));
    }
  }

  /** A column stands twice, so that one of them would be lost. */
  record RepeatedColumn(String column, Place place) implements CellProblem {
    @Override
    public String code() {
      return "TABLE_REPEATED_COLUMN";
    }

    @Override
    public String message() {
      return "The column `%s` stands twice.".formatted(column);
    }

    @Override
    public String hint() {
      return "Put what both ask into one column, between semicolons.";
    }
  }

  /** A column that must be there is not. */
  record MissingColumn(String column, Place place) implements CellProblem {
    @Override
    public String code() {
      return "TABLE_MISSING_COLUMN";
    }

    @Override
    public String message() {
      return "The table has no column `%s`.".formatted(column);
    }
  }

  /** A row does not say what its kind of row must say. */
  record BadRow(String what, String cell, Place place) implements CellProblem {
    @Override
    public String code() {
      return "TABLE_BAD_ROW";
    }

    @Override
    public String message() {
      return "%s; the cell says `%s`.".formatted(what, cell);
    }
  }

  /** A rule that no row can hold. */
  record DoesNotFit(String rule, String why, Place place) implements CellProblem {
    @Override
    public String code() {
      return "TABLE_DOES_NOT_FIT";
    }

    @Override
    public String message() {
      return "The rule `%s` does not fit into a table: %s.".formatted(rule, why);
    }

    @Override
    public String hint() {
      return "Keep it as text, or split it into rules that ask each field by itself.";
    }
  }

  /** Rules that no table can hold. */
  record NoTable(String why) implements CellProblem {
    @Override
    public String code() {
      return "TABLE_NOT_POSSIBLE";
    }

    @Override
    public String message() {
      return "These rules cannot be written as a table: %s.".formatted(why);
    }

    @Override
    public String hint() {
      return "Keep them as text.";
    }
  }
}
