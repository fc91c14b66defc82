package bailiwick.intake.generate;

import java.time.LocalDate;

/**
 * What demo company to make. Immutable.
 *
 * @param accounts customers and prospects, 1 to 10,000,000
 * @param territories territories, and representatives working one each, 1 to 2,000
 * @param seed same settings and seed, same bytes
 * @param today the day the data is of; two years before it are filled
 */
public record DemoSettings(long accounts, int territories, long seed, LocalDate today) {

  /** The demo: 12,000 accounts, 40 territories, seed 1, on 1 October 2026. */
  public static final DemoSettings DEMO =
      new DemoSettings(12_000, 40, 1, LocalDate.of(2026, 10, 1));

  public DemoSettings {
    if (accounts < 1 || accounts > 10_000_000) {
      throw new IllegalArgumentException(
          "The accounts (%s) must number from 1 to 10,000,000.".formatted(accounts));
    }
    if (territories < 1 || territories > 2_000) {
      throw new IllegalArgumentException(
          "The territories (%s) must number from 1 to 2,000.".formatted(territories));
    }
  }

  /** A copy with another number of accounts. */
  public DemoSettings withAccounts(long count) {
    return new DemoSettings(count, territories, seed, today);
  }

  /** A copy with another seed. */
  public DemoSettings withSeed(long other) {
    return new DemoSettings(accounts, territories, other, today);
  }

  /** A copy with another number of territories. */
  public DemoSettings withTerritories(int count) {
    return new DemoSettings(accounts, count, seed, today);
  }
}
