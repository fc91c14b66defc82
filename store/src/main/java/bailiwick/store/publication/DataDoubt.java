package bailiwick.store.publication;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How much of what is to be published rests on doubtful accounts. Immutable.
 *
 * @param share of the potential, 0 to 1; empty when nobody looked, as where no limit is set
 * @param worst territories with the largest shares, worst first
 */
public record DataDoubt(OptionalDouble share, List<OfTerritory> worst) {

  /** Nobody looked. */
  public static final DataDoubt UNKNOWN = new DataDoubt(OptionalDouble.empty(), List.of());

  /** A territory's share, 0 to 1. */
  public record OfTerritory(String code, double share) {}

  public DataDoubt {
    worst = List.copyOf(worst);
  }
}
