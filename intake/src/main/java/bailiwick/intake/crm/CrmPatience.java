package bailiwick.intake.crm;

import java.time.Duration;

/**
 * How much time and room a CRM gets. Immutable.
 *
 * @param answer for a whole answer, its body included
 * @param mostBytes of an answer
 */
public record CrmPatience(BackOff backOff, Duration answer, int mostBytes) {

  /**
   * For work in the background: six attempts, about a minute in all, and up to ten minutes where
   * the CRM asks for them. A piece of a query job of 20,000 rows has some 10 to 20 MB.
   */
  public static final CrmPatience OF_JOBS =
      new CrmPatience(
          new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30), 6, Duration.ofMinutes(10)),
          Duration.ofMinutes(2),
          64 << 20);

  /** For somebody who waits for an answer: two attempts, and no long wait whoever asks for it. */
  public static final CrmPatience OF_REQUESTS =
      new CrmPatience(
          new BackOff(Duration.ofMillis(500), Duration.ofSeconds(1), 2, Duration.ofSeconds(5)),
          Duration.ofSeconds(15),
          4 << 20);
}
