package bailiwick.rules.syntax;

import bailiwick.rules.source.RuleProblem;
import java.util.List;

/**
 * What the parser made of a file: all that could be read, and what could not.
 *
 * @param rules whatever was well formed
 * @param problems in the order of the file; when there are any, {@code rules} is not complete
 */
public record Parsed(RuleSet rules, List<RuleProblem> problems) {
  public Parsed {
    problems = List.copyOf(problems);
  }
}
