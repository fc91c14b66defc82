package bailiwick.intake.crm;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: a random share of a span that doubles with each attempt up
 * to a cap, so that many clients do not come back at one moment. Immutable.
 *
 * <p>Source: M. Brooker, <em>Exponential Backoff and Jitter</em>, AWS Architecture Blog 2015, "full
 * jitter". Differs from it: never less than what the CRM asks for.
 *
 * @param first the span before the second attempt
 * @param cap the longest span
 * @param attempts how often to try in all, 1 or more
 * @param longest the longest wait that a CRM may ask for; who is asked for more gives up at once
 */
public record BackOff(Duration first, Duration cap, int attempts, Duration longest) {

  /**
   * The wait before an attempt.
   *
   * @param failed attempts so far, 1 or more
   * @param asked the least that the CRM asks for, zero when it does not
   */
  Duration before(int failed, Duration asked, RandomGenerator random) {
    long span = Math.min(cap.toMillis(), first.toMillis() << Math.min(failed - 1, 20));
    Duration drawn = Duration.ofMillis(random.nextLong(span + 1));
    return drawn.compareTo(asked) < 0 ? asked : drawn;
  }

  /** Whether another attempt is worth its wait. */
  boolean goesOn(int failed, Duration asked) {
    return failed < attempts && asked.compareTo(longest) <= 0;
  }
}
