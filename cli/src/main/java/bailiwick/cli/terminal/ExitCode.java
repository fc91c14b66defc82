package bailiwick.cli.terminal;

/** What the process answers to the shell; the same for every command. */
public final class ExitCode {

  /** Done as asked. */
  public static final int DONE = 0;

  /** The input has problems that the user can put right; they are printed. */
  public static final int PROBLEMS = 1;

  /** The request is proved impossible; the proof is in the report. */
  public static final int INFEASIBLE = 2;

  /** Nothing was found within the limits, and nothing is proved. */
  public static final int NOTHING_FOUND = 3;

  /** The command line itself is wrong, as in {@code sysexits.h} (EX_USAGE). */
  public static final int USAGE = 64;

  /** Our fault, as in {@code sysexits.h} (EX_SOFTWARE). */
  public static final int OUR_FAULT = 70;

  private ExitCode() {}
}
