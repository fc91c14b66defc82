package bailiwick.server.company;

import bailiwick.core.problem.ProblemException;
import bailiwick.server.company.CompanyWire.CompanyProfile;
import bailiwick.server.company.CompanyWire.Health;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.roster.Roster;
import bailiwick.store.Store;
import bailiwick.store.company.Company;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The company's profile and the server's health. Thread-safe. */
public class Companies {

  /** Version of the product. */
  public static final String VERSION = "0.1.0";

  private static final Logger LOG = LoggerFactory.getLogger(Companies.class);

  /** What an installation is called before it has a profile. */
  private static final Company UNNAMED = new Company("", ZoneOffset.UTC, "USD", 1, 0);

  private final Store store;
  private final Today today;
  private final Roster roster;

  /** The company of a store. */
  public Companies(Store store, Today today, Roster roster) {
    this.store = store;
    this.today = today;
    this.roster = roster;
  }

  CompanyWire.Company get() {
    Company company = store.company().find().orElse(UNNAMED);
    return new CompanyWire.Company(
        company.name(),
        company.zone().getId(),
        company.currency(),
        today.date(),
        store.accounts().count(),
        roster.all().size(),
        VERSION,
        company.approvalNeeded());
  }

  CompanyWire.Company set(CompanyProfile profile, String who) {
    Company before = store.company().find().orElse(UNNAMED);
    boolean other = !before.currency().equals(profile.currency());
    if (other && before.version() > 0 && store.accounts().count() > 0) {
      throw ProblemException.of(
          new ServerProblem.NotNow(
              "COMPANY_CURRENCY_FIXED",
              "The currency (%s) stays: accounts hold amounts in it.".formatted(before.currency()),
              null));
    }
    Boolean asked = profile.publicationNeedsApproval();
    store
        .company()
        .save(
            new Company(
                profile.name(),
                zone(profile.zone()),
                profile.currency(),
                before.fiscalYearStartMonth(),
                asked == null ? before.approvalNeeded() : asked,
                before.version()),
            who);
    return get();
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw ProblemException.of(
          new ServerProblem.Field("/zone", "must be an IANA zone such as America/Chicago"));
    }
  }

  Health health() {
    return new Health(storeAnswers() ? "UP" : "DOWN", VERSION);
  }

  private boolean storeAnswers() {
    try {
      store.company().find();
      return true;
    } catch (DataAccessException failure) {
      LOG.warn("The store does not answer: {}", failure.getMessage());
      return false;
    }
  }
}
