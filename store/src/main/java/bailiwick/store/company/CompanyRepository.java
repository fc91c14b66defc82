package bailiwick.store.company;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.audit.AuditDetail;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.database.StoreProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

/** Keeps the company's profile. Thread-safe. */
public final class CompanyRepository {

  private final Database database;
  private final AuditLog audit;

  /** Keeps it in a database. */
  public CompanyRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /** The profile, empty before the first save. */
  public Optional<Company> find() {
    return database
        .jdbc()
        .sql(
            "SELECT name, zone, currency, fiscal_year_start_month, approval_needed, version FROM company")
        .query(CompanyRepository::map)
        .optional();
  }

  /**
   * Saves the profile, and notes it in the audit log.
   *
   * @param company its version must be the stored one, 0 for the first save
   * @return the profile with its new version
   * @throws ProblemException with {@code STORE_STALE_VERSION} when another version is stored
   */
  public Company save(Company company, String who) {
    return database.inTransaction(() -> {
      Optional<Company> before = find();
      Company after = upsert(company).orElseThrow(() -> stale(company));
      audit.append(who, "company.changed", "company", detail(before, after));
      return after;
    });
  }

  private static AuditDetail detail(Optional<Company> before, Company after) {
    return new AuditDetail()
        .changed("name", before.map(Company::name).orElse(null), after.name())
        .changed("zone", before.map(Company::zone).orElse(null), after.zone())
        .changed("currency", before.map(Company::currency).orElse(null), after.currency())
        .changed(
            "fiscalYearStartMonth",
            before.map(Company::fiscalYearStartMonth).orElse(null),
            after.fiscalYearStartMonth())
        .changed(
            "approvalNeeded",
            before.map(Company::approvalNeeded).orElse(false),
            after.approvalNeeded());
  }

  private Optional<Company> upsert(Company company) {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO company (name, zone, currency, fiscal_year_start_month, approval_needed, version)
            SELECT :name, :zone, :currency, :month, :approval, 1
            WHERE :expected = 0 OR EXISTS (SELECT FROM company)
            ON CONFLICT (only_row) DO UPDATE
              SET name = excluded.name, zone = excluded.zone, currency = excluded.currency,
                  fiscal_year_start_month = excluded.fiscal_year_start_month,
                  approval_needed = excluded.approval_needed,
                  version = company.version + 1
              WHERE company.version = :expected
            RETURNING name, zone, currency, fiscal_year_start_month, approval_needed, version
            """)
        .param("name", company.name())
        .param("zone", company.zone().getId())
        .param("currency", company.currency())
        .param("month", company.fiscalYearStartMonth())
        .param("approval", company.approvalNeeded())
        .param("expected", company.version())
        .query(CompanyRepository::map)
        .optional();
  }

  private ProblemException stale(Company company) {
    long actual = find().map(Company::version).orElse(0L);
    return ProblemException.of(
        new StoreProblem.StaleVersion("company", company.name(), company.version(), actual));
  }

  private static Company map(ResultSet row, int number) throws SQLException {
    return new Company(
        Rows.text(row, "name"),
        ZoneId.of(Rows.text(row, "zone")),
        Rows.text(row, "currency"),
        row.getInt("fiscal_year_start_month"),
        row.getBoolean("approval_needed"),
        row.getLong("version"));
  }
}
