package bailiwick.rules.space;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** Why rules have no space to be proven or compared in. Values only. */
public sealed interface SpaceProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** Rules ask about more fields and tags than are looked at together. */
  record TooManyFields(int fields, int limit) implements SpaceProblem {
    @Override
    public String code() {
      return "RULE_TOO_MANY_FIELDS";
    }

    @Override
    public String message() {
      return "The rules ask about %s fields and tags together, more than %s."
          .formatted(fields, limit);
    }

    @Override
    public String hint() {
      return "Put what several tags say into one field of words.";
    }
  }

  /** Two versions that are to be compared are over other fields. */
  record OtherFields() implements SpaceProblem {
    @Override
    public String code() {
      return "RULE_OTHER_FIELDS";
    }

    @Override
    public String message() {
      return "The two versions are not over the same fields with the same values.";
    }

    @Override
    public String hint() {
      return "Declare the same fields in both.";
    }
  }
}
