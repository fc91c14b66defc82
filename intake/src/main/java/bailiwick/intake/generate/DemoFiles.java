package bailiwick.intake.generate;

import java.nio.file.Path;

/**
 * The files of a generated company. Immutable.
 *
 * @param folder holds them all
 */
public record DemoFiles(Path folder) {

  /** Customers and prospects. */
  public Path accounts() {
    return folder.resolve("accounts.csv");
  }

  /** Who sells. */
  public Path representatives() {
    return folder.resolve("representatives.csv");
  }

  /** Deals won, lost and open. */
  public Path opportunities() {
    return folder.resolve("opportunities.csv");
  }

  /** Calls, visits and mails. */
  public Path activities() {
    return folder.resolve("activities.csv");
  }

  /** Money earned by account and year. */
  public Path revenue() {
    return folder.resolve("revenue.csv");
  }

  /** What people are asked to bring. */
  public Path quotas() {
    return folder.resolve("quotas.csv");
  }

  /** What was planted; for people who grade detectors, never for detectors. */
  public Path truth() {
    return folder.resolve("truth.json");
  }
}
