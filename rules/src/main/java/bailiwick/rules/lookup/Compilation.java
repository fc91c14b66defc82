package bailiwick.rules.lookup;

import bailiwick.rules.source.RuleProblem;
import java.util.List;

/** What became of rules that were to be compiled. */
public sealed interface Compilation {

  /**
   * The rules can decide.
   *
   * @param warnings what deserves a second look
   */
  record Compiled(RuleLookup lookup, List<RuleProblem> warnings) implements Compilation {
    public Compiled {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The rules cannot decide.
   *
   * @param problems all that was found, errors and warnings, at least one error
   */
  record Rejected(List<RuleProblem> problems) implements Compilation {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
