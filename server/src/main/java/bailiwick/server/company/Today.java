package bailiwick.server.company;

import bailiwick.store.Store;
import bailiwick.store.company.Company;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What day it is for the company. Thread-safe. */
public class Today {

  private final Clock clock;
  private final Store store;

  /** Days by a clock in the company's zone. */
  public Today(Clock clock, Store store) {
    this.clock = clock;
    this.store = store;
  }

  /** Today's date in the company's zone, or in UTC before it has one. */
  public LocalDate date() {
    ZoneId zone = store.company().find().map(Company::zone).orElse(ZoneOffset.UTC);
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
