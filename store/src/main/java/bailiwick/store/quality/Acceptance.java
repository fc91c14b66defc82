package bailiwick.store.quality;

import bailiwick.store.scenario.ScenarioId;
import java.time.Instant;

/**
 * A person's decision that a scenario may be published though its data is doubtful.
 *
 * @param share of the potential that was doubtful then, 0 to 1; more is not accepted by it
 */
public record Acceptance(ScenarioId scenario, double share, String who, String why, Instant at) {

  /** Shares that people see as the same figure are the same. */
  private static final double GRAIN = 0.0005;

  /** Whether it covers a share. */
  public boolean covers(double other) {
    return covers(share, other);
  }

  /** Whether accepting one share accepts another: up to what people see as the same figure. */
  public static boolean covers(double accepted, double other) {
    return other <= accepted + GRAIN;
  }
}
