package bailiwick.rules.lookup;

import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.source.RuleProblem;
import java.util.List;

/** What became of rules that were to be checked on every day on which they count. */
public sealed interface Checking {

  /**
   * Nothing is wrong, and the examples come out as they say.
   *
   * @param warnings what deserves a second look
   */
  record Sound(CheckedRules rules, List<RuleProblem> warnings) implements Checking {
    public Sound {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The rules cannot decide.
   *
   * @param problems all that was found, errors and warnings, at least one error
   */
  record Unsound(List<RuleProblem> problems) implements Checking {
    public Unsound {
      problems = List.copyOf(problems);
    }
  }
}
