package bailiwick.rules.syntax;

import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Span;
import java.util.List;

/**
 * What the parser made of a file: all that could be read, and what could not.
 *
 * @param rules whatever was well formed
 * @param header where the name of the layer stands, {@link Span#NONE} when it could not be read
 * @param problems in the order of the file; when there are any, {@code rules} is not complete
 */
public record Parsed(RuleSet rules, Span header, List<RuleProblem> problems) {
  public Parsed {
    problems = List.copyOf(problems);
  }
}
