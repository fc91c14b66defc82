package bailiwick.store.idempotency;

import java.time.Instant;
import java.util.Optional;

/** Remembers answers by idempotency key, per route. Thread-safe. */
public final class IdempotencyRepository {

  /** The answer remembered for a key. */
  public Optional<RememberedAnswer> find(String route, String key) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Remembers an answer; the first one stays. Returns the one that stays. */
  public RememberedAnswer remember(String route, String key, RememberedAnswer answer) {
    throw new UnsupportedOperationException("Being written.");
  }

  /** Forgets answers older than a moment. Returns how many. */
  public int forgetBefore(Instant moment) {
    throw new UnsupportedOperationException("Being written.");
  }
}
