package bailiwick.rules.proof;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How much a proof looks at; what lies behind it stays undecided.
 *
 * @param work rules of states, 1 or more
 * @param isTimeUp asked again and again; once it says so, nothing more is looked at
 */
public record Budget(long work, BooleanSupplier isTimeUp) {

  /**
   * Two diagrams as large as any is built, since a rule for everything else asks for a second one:
   * some eight seconds. Ten thousand rules over eight dimensions took less than a third of it, with
   * such a rule less than two thirds.
   */
  public static final Budget USUAL = of(2 * DiagramBuilder.MOST_WORK);

  public Budget {
    if (work < 1) {
      throw new IllegalArgumentException("The work (%s) must be 1 or more.".formatted(work));
    }
  }

  /** An amount of work, however long it takes: what it comes to repeats itself. */
  public static Budget of(long work) {
    return new Budget(work, () -> false);
  }

  /**
   * The same, over at the latest when some time has passed from now on. Parts of it end together.
   *
   * @param nanos a clock of nanoseconds, such as {@code System::nanoTime}
   */
  public Budget within(Duration time, LongSupplier nanos) {
    long begin = nanos.getAsLong();
    long most = time.toNanos();
    return new Budget(work, () -> isTimeUp.getAsBoolean() || nanos.getAsLong() - begin >= most);
  }

  /** What is left after so much was done; never nothing, since a proof has to begin. */
  public Budget after(long done) {
    return new Budget(Math.max(1, work - done), isTimeUp);
  }

  /** An equal part of it for each of several proofs, so that all together take no more. */
  public Budget among(int proofs) {
    return new Budget(Math.max(1, work / proofs), isTimeUp);
  }

  /** Whether there is some left when this much was done. */
  boolean allows(long done) {
    return done < work && !isTimeUp.getAsBoolean();
  }
}
