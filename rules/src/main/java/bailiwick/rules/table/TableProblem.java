package bailiwick.rules.table;

import bailiwick.core.problem.Severity;
import bailiwick.rules.source.Span;
import bailiwick.rules.source.TextProblem;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a file of decision tables. Every kind knows where it stands. */
public sealed interface TableProblem extends TextProblem {

  /** The file cannot be read as XML. */
  record NotXml(String reason, Span span) implements TableProblem {
    @Override
    public String code() {
      return "TABLE_NOT_XML";
    }

    @Override
    public String message() {
      return "The file is not well-formed XML: %s.".formatted(reason);
    }

    @Override
    public String hint() {
      return "Export the DMN file again, in UTF-8.";
    }
  }

  /** The file has a document type, which could declare entities. */
  record DocumentType(Span span) implements TableProblem {
    @Override
    public String code() {
      return "TABLE_DOCTYPE";
    }

    @Override
    public String message() {
      return "The file declares a document type, which no DMN file needs and none may have here.";
    }

    @Override
    public String hint() {
      return "Remove the <!DOCTYPE …> and write out the entities that it declares.";
    }
  }

  /** The file is XML, but not DMN. */
  record NotDmn(String found, Span span) implements TableProblem {
    @Override
    public String code() {
      return "TABLE_NOT_DMN";
    }

    @Override
    public String message() {
      return "The file begins with %s, not with the `definitions` of DMN 1.1 to 1.5."
          .formatted(found);
    }

    @Override
    public String hint() {
      return "The namespace of DMN 1.3 is https://www.omg.org/spec/DMN/20191111/MODEL/.";
    }
  }

  /** Something is more than is read. */
  record TooLarge(String what, long limit, Span span) implements TableProblem {
    @Override
    public String code() {
      return "TABLE_TOO_LARGE";
    }

    @Override
    public String message() {
      return "%s more than %s.".formatted(what, limit);
    }

    @Override
    public String hint() {
      return "Split the file, or leave out what is not part of a decision table.";
    }
  }

  /** No decision of the file is a table. */
  record None(Span span) implements TableProblem {
    @Override
    public String code() {
      return "TABLE_NONE";
    }

    @Override
    public String message() {
      return "The file holds no decision table.";
    }
  }

  /** A table lacks a part, or a row has too few or too many entries. */
  record Incomplete(String what, Span span) implements TableProblem {
    @Override
    public String code() {
      return "TABLE_INCOMPLETE";
    }

    @Override
    public String message() {
      return what + ".";
    }
  }

  /** An expression is none of those that can be proven. */
  record NotUnderstood(String found, String understood, Span span) implements TableProblem {
    @Override
    public String code() {
      return "TABLE_NOT_UNDERSTOOD";
    }

    @Override
    public String message() {
      return "Here stands %s, which is not understood.".formatted(found);
    }

    @Override
    public String hint() {
      return "Understood are %s.".formatted(understood);
    }
  }

  /** A literal is of another type than its column. */
  record OtherType(String literal, String found, String column, String wanted, Span span)
      implements TableProblem {
    @Override
    public String code() {
      return "TABLE_OTHER_TYPE";
    }

    @Override
    public String message() {
      return "The entry `%s` is a %s, but the column `%s` holds a %s."
          .formatted(literal, found, column, wanted);
    }

    @Override
    public String hint() {
      return "Correct the entry, or the column's typeRef.";
    }
  }

  /** Two columns ask the same input in ways that do not go together. */
  record ColumnsDisagree(String input, String about, Span span) implements TableProblem {
    @Override
    public String code() {
      return "TABLE_COLUMNS_DISAGREE";
    }

    @Override
    public String message() {
      return "Two columns ask for `%s`, but disagree about its %s.".formatted(input, about);
    }
  }

  /** A number has too many digits for its column. */
  record NumberOutOfScale(String number, String column, int decimals, Span span)
      implements TableProblem {
    @Override
    public String code() {
      return "TABLE_NUMBER_OUT_OF_SCALE";
    }

    @Override
    public String message() {
      return "The number `%s` does not fit the column `%s`, whose numbers have %s decimal places:"
              .formatted(number, column, decimals)
          + " at most 17 digits in all are kept.";
    }
  }

  /** A row asks for a value that the column's own list of values does not have. */
  record OutsideValues(String value, String column, Span span) implements TableProblem {
    @Override
    public String code() {
      return "TABLE_OUTSIDE_VALUES";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The value `%s` is not among those that the column `%s` allows."
          .formatted(value, column);
    }

    @Override
    public String hint() {
      return "Correct it, or add it to the allowed values.";
    }
  }

  /** The hit policy goes by the order of output values, which is not given. */
  record NoOrder(String hitPolicy, Span span) implements TableProblem {
    @Override
    public String code() {
      return "TABLE_NO_ORDER";
    }

    @Override
    public String message() {
      return "The hit policy %s goes by the order of an output's values, but no output lists them."
          .formatted(hitPolicy);
    }

    @Override
    public String hint() {
      return "Give an output its outputValues, best first.";
    }
  }

  /**
   * Two versions of a table cannot be compared.
   *
   * @param why with the values involved
   */
  record NotComparable(String table, String why, Span span) implements TableProblem {
    @Override
    public String code() {
      return "TABLE_NOT_COMPARABLE";
    }

    @Override
    public String message() {
      return "The versions of the table `%s` cannot be compared: %s.".formatted(table, why);
    }

    @Override
    public String hint() {
      return "Compared are tables of the hit policies UNIQUE, ANY, FIRST and PRIORITY with the same"
          + " outputs.";
    }
  }

  /** An output is not among those that its column lists. */
  record OutputNotListed(String output, String column, @Nullable String listed, Span span)
      implements TableProblem {
    @Override
    public String code() {
      return "TABLE_OUTPUT_NOT_LISTED";
    }

    @Override
    public String message() {
      return "The output `%s` is not among those that the column `%s` lists, so it has no priority."
          .formatted(output, column);
    }

    @Override
    public @Nullable String hint() {
      return listed == null ? null : "Listed are %s.".formatted(listed);
    }
  }
}
