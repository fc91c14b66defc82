package bailiwick.store.database;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): a millisecond clock, then a counter of 12 bits
 * so that ids of one millisecond stay in order, then 62 random bits. Ids of one maker ascend, which
 * keeps fresh rows together in the database's trees. Thread-safe.
 */
public final class Ids {

  private static final int COUNTER_LIMIT = 1 << 12;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final RandomGenerator random;
  private long lastMillis;
  private int counter;

  /** A maker with its own counter. */
  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Returns the next id, greater than every one before it when compared as text. */
  public synchronized UUID next() {
    long millis = clock.millis();
    if (millis > lastMillis) {
      lastMillis = millis;
      counter = 0;
    } else if (++counter == COUNTER_LIMIT) {
      // The counter is used up, or the clock went back: run ahead of the clock rather than repeat.
      lastMillis++;
      counter = 0;
    }
    long high = lastMillis << 16 | 0x7000 | counter;
    return new UUID(high, random.nextLong() >>> 2 | VARIANT);
  }
}
