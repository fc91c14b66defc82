package bailiwick.server.security;

import bailiwick.core.problem.ProblemException;
import bailiwick.server.problem.AccessProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down who guesses passwords: after five failures for a name from an address the next attempt
 * must wait a second, then twice as long each time, to at most 15 minutes; likewise after fifty
 * failures from one address whatever the name. Thread-safe; forgets with the process.
 */
public class SignInThrottle {

  private static final int FREE_PER_NAME = 5;
  private static final int FREE_PER_ADDRESS = 50;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  private record Failures(int count, Instant until) {}

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Counts by a clock. */
  public SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  synchronized void requireCalm(String username, String from) {
    requireCalm(nameKey(username, from));
    requireCalm(from);
  }

  private void requireCalm(String key) {
    Failures so = failures.get(key);
    Instant now = clock.instant();
    if (so != null && now.isBefore(so.until)) {
      long seconds = Math.max(1, Duration.between(now, so.until).toSeconds());
      throw ProblemException.of(new AccessProblem.TooManySignIns(seconds));
    }
  }

  synchronized void failed(String username, String from) {
    count(nameKey(username, from), FREE_PER_NAME);
    count(from, FREE_PER_ADDRESS);
  }

  private void count(String key, int free) {
    Failures before = failures.get(key);
    int count = before == null ? 1 : before.count + 1;
    Instant until = clock.instant();
    if (count >= free) {
      long seconds = 1L << Math.min(20, count - free);
      until = until.plus(Duration.ofSeconds(Math.min(LONGEST.toSeconds(), seconds)));
    }
    failures.put(key, new Failures(count, until));
  }

  synchronized void succeeded(String username, String from) {
    failures.remove(nameKey(username, from));
    failures.remove(from);
  }

  private static String nameKey(String username, String from) {
    return username.toLowerCase(Locale.ROOT) + '\n' + from;
  }
}
