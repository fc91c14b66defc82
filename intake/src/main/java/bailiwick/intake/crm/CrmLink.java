package bailiwick.intake.crm;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What a client needs of the world.
 *
 * @param random for the length of waits
 */
public record CrmLink(
    HttpClient http, Clock clock, Pauses pauses, RandomGenerator random, BackOff backOff) {

  /** A copy that gives up later or earlier. */
  public CrmLink with(BackOff other) {
    return new CrmLink(http, clock, pauses, random, other);
  }
}
