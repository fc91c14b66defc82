package bailiwick.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on by a second whenever it is read, or jumps when told to. Thread-safe. */
public final class TickingClock extends Clock {

  private Instant next;

  public TickingClock(Instant start) {
    this.next = start;
  }

  @Override
  public synchronized Instant instant() {
    Instant now = next;
    next = next.plus(Duration.ofSeconds(1));
    return now;
  }

  public synchronized void set(Instant instant) {
    next = instant;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Instants only.");
  }
}
