package bailiwick.intake.duplicate;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.util.Locale;

/** What a search for duplicates could not look at, or not in full. Values only. */
public sealed interface DuplicateProblem extends Problem {

  /**
   * Traits that more accounts share than are compared with each other.
   *
   * @param trait what is shared: {@code a domain}, {@code the end of a phone number}
   * @param blocks how many such traits there are
   * @param largest accounts with the commonest
   * @param example name of an account among them
   * @param most how many are compared with each other
   */
  record LargeBlocks(String trait, int blocks, int largest, String example, int most)
      implements DuplicateProblem {

    @Override
    public String code() {
      return "DUPLICATES_LARGE_BLOCKS";
    }

    @Override
    public Severity severity() {
      return Severity.NOTE;
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "More than %,d accounts share %s, %,d times over, at most %,d of them (`%s` among them):"
              + " each was compared only with those next to it by name.",
          most,
          trait,
          blocks,
          largest,
          example);
    }

    @Override
    public String hint() {
      return "A domain, number or address that so many share is often a placeholder; blank it and"
          + " look again.";
    }
  }

  /**
   * The memory does not suffice to compare so many accounts.
   *
   * @param fitting accounts that fit
   * @param bytes memory that a search may take
   */
  record TooMany(int fitting, long bytes) implements DuplicateProblem {

    private static final int MEGA = 1_000_000;

    @Override
    public String code() {
      return "DUPLICATES_TOO_MANY";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "There are more accounts than can be compared at once: about %,d fit into the %,d MB that"
              + " a search may take.",
          fitting,
          bytes / MEGA);
    }

    @Override
    public String hint() {
      return "Give the program more memory (BAILIWICK_JAVA_OPTS=-Xmx4g), or search file by file.";
    }
  }
}
