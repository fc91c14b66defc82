package bailiwick.rules.space;

import java.io.Serializable;
import java.util.List;

/** A condition whose questions are numbers; what compiling evaluates in its place. */
public sealed interface Formula extends Serializable {

  /** Holds when every part holds. */
  record All(List<Formula> parts) implements Formula {}

  /** Holds when some part holds. */
  record Any(List<Formula> parts) implements Formula {}

  /** Holds when the part does not. */
  record Not(Formula part) implements Formula {}

  /**
   * Holds when the question does.
   *
   * @param column number of the dimension among those the rules ask about
   */
  record Ask(int column, int question) implements Formula {}
}
