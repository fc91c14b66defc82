package bailiwick.rules.lookup;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** Why a compiled form cannot be read. */
public sealed interface FormProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  @Override
  default String hint() {
    return "Compile the rules again: their text is the form to keep.";
  }

  /**
   * Another release wrote it.
   *
   * @param found the version of the form
   * @param known the version that this release reads
   */
  record OtherVersion(int found, int known) implements FormProblem {
    @Override
    public String code() {
      return "RULE_FORM_OTHER_VERSION";
    }

    @Override
    public String message() {
      return "The compiled rules are of version %s of their form, but this release reads %s."
          .formatted(found, known);
    }
  }

  /**
   * It is no compiled form, or is damaged.
   *
   * @param reason what was found
   */
  record Unreadable(String reason) implements FormProblem {
    @Override
    public String code() {
      return "RULE_FORM_UNREADABLE";
    }

    @Override
    public String message() {
      return "The compiled rules cannot be read: %s.".formatted(reason);
    }
  }
}
