package bailiwick.rules.propose;

import bailiwick.rules.syntax.Condition;

/**
 * What came of looking for a rule that holds for some subjects and for as few others as can be.
 * Values only.
 */
public sealed interface Proposal {

  /** How many subjects it was asked to hold for. */
  long wanted();

  /** Whether every conjunction was looked at, and not only as many as there was work for. */
  boolean complete();

  /**
   * A rule that reproduces most of what was wanted.
   *
   * @param condition what it asks: one question, or a few that must all hold
   * @param questions how many, 1 to {@link RuleProposer#MOST_QUESTIONS}
   * @param covered for how many of the subjects that were wanted it holds
   * @param others for how many others it holds; fewer than {@code covered}
   */
  record Fits(
      Condition condition, int questions, long covered, long others, long wanted, boolean complete)
      implements Proposal {}

  /** They are too few to have anything in common. */
  record TooFew(long wanted) implements Proposal {
    @Override
    public boolean complete() {
      return true;
    }
  }

  /** No such rule holds for half of them without holding for as many others. */
  record NoneFits(long wanted, boolean complete) implements Proposal {}
}
