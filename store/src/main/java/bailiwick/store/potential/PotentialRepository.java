package bailiwick.store.potential;

import bailiwick.core.account.AccountId;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.database.StoreProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Keeps the company's model of potential, the one in force, and what it says of each account.
 * Thread-safe.
 */
public final class PotentialRepository {

  private final Database database;
  private final AuditLog audit;
  private final EstimateInputs inputs;
  private final KeptEstimates estimates;

  /** Keeps them in a database. */
  public PotentialRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
    this.inputs = new EstimateInputs(database);
    this.estimates = new KeptEstimates(database);
  }

  /** The company's model, empty before the first save. */
  public Optional<SavedModel> findModel() {
    return database
        .jdbc()
        .sql("SELECT model, version, changed_at, changed_by FROM potential_model")
        .query(PotentialRepository::model)
        .optional();
  }

  /**
   * Saves the company's model and notes it in the audit log.
   *
   * @param text the model, JSON
   * @param expectedVersion the stored one, 0 for the first save
   * @throws ProblemException with {@code STORE_STALE_VERSION} when another version is stored
   */
  public SavedModel save(String text, long expectedVersion, String who) {
    return database.inTransaction(() -> {
      SavedModel saved =
          upsert(text, expectedVersion, who).orElseThrow(() -> stale(expectedVersion));
      audit.append(who, "potential.model.changed", "potential", text);
      return saved;
    });
  }

  private Optional<SavedModel> upsert(String text, long expectedVersion, String who) {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO potential_model (model, version, changed_at, changed_by)
            SELECT :text, 1, :now, :who
            WHERE :expected = 0 OR EXISTS (SELECT FROM potential_model)
            ON CONFLICT (only_row) DO UPDATE
              SET (model, version, changed_at, changed_by)
                = (excluded.model, potential_model.version + 1, excluded.changed_at,
                  excluded.changed_by)
              WHERE potential_model.version = :expected
            RETURNING model, version, changed_at, changed_by
            """)
        .param("text", text)
        .param("now", Database.at(database.now()))
        .param("who", who)
        .param("expected", expectedVersion)
        .query(PotentialRepository::model)
        .optional();
  }

  private ProblemException stale(long expectedVersion) {
    long actual = findModel().map(SavedModel::version).orElse(0L);
    return ProblemException.of(
        new StoreProblem.StaleVersion("potential", "model", expectedVersion, actual));
  }

  /**
   * The company's model, when nobody has changed it; empty before the first save.
   *
   * @param expectedVersion the stored one, 0 before the first save
   * @throws ProblemException with {@code STORE_STALE_VERSION} when another version is stored
   */
  public Optional<SavedModel> requireVersion(long expectedVersion) {
    Optional<SavedModel> saved = findModel();
    if (saved.map(SavedModel::version).orElse(0L) != expectedVersion) {
      throw stale(expectedVersion);
    }
    return saved;
  }

  /** The model in force; empty while what files say counts. */
  public Optional<ModelInForce> findInForce() {
    return database
        .jdbc()
        .sql("SELECT * FROM potential_in_force")
        .query(PotentialRepository::inForce)
        .optional();
  }

  /**
   * What a model asks of every account that was not merged into another, in order of the ids,
   * streamed.
   *
   * @param from first day of the sales that count
   * @param until first day after them
   */
  public void forEachInput(LocalDate from, LocalDate until, Consumer<EstimateInput> consumer) {
    inputs.forEach(from, until, consumer);
  }

  /**
   * The same of one account; empty when there is none, or when it was merged into another.
   *
   * @param from first day of the sales that count
   * @param until first day after them
   */
  public Optional<EstimateInput> findInput(AccountId account, LocalDate from, LocalDate until) {
    EstimateInput[] found = new EstimateInput[1];
    inputs.forOne(account, from, until, input -> found[0] = input);
    return Optional.ofNullable(found[0]);
  }

  /** What counts for an account, and why; a merged one answers with its survivor. */
  public Optional<AccountEstimate> findEstimate(AccountId account) {
    return estimates.find(account);
  }

  /** What all accounts are worth by their files. */
  public WorthTotals importedTotals() {
    return estimates.imported();
  }

  /**
   * Lets nobody change an account until the caller's transaction ends. Who works a model out over
   * all accounts calls this before reading them: what somebody changed between the reading and the
   * writing would be overwritten with figures of before.
   */
  public void holdAccounts() {
    estimates.holdAccounts();
  }

  /**
   * Puts a model in force and what it says of the accounts in the place of what counted before, in
   * one transaction, and notes it in the audit log. {@link #holdAccounts} comes before the reading
   * that the terms rest on.
   *
   * @param terms hands on what the model says of each account; accounts that are left out count by
   *     their files
   * @param detail for the audit log, JSON
   * @return how many accounts changed
   */
  public long apply(
      ModelInForce inForce, Consumer<BiConsumer<AccountId, KeptTerms>> terms, String detail) {
    return database.inTransaction(() -> {
      long changed = estimates.replaceAll(terms);
      keep(inForce);
      audit.append(inForce.appliedBy(), "potential.applied", "potential", detail);
      return changed;
    });
  }

  /**
   * Works the model in force out anew after accounts or deals have changed. {@link #holdAccounts}
   * comes before the reading that the terms rest on.
   *
   * @return how many accounts changed
   */
  public long renew(ModelInForce inForce, Consumer<BiConsumer<AccountId, KeptTerms>> terms) {
    return database.inTransaction(() -> {
      long changed = estimates.replaceAll(terms);
      keep(inForce);
      return changed;
    });
  }

  /** Works one account out anew. */
  public void renew(AccountId account, KeptTerms terms) {
    estimates.replace(account, terms);
  }

  /**
   * Takes the model out of force, so that what files say counts again, and notes it in the audit
   * log; returns how many accounts changed.
   */
  public long withdraw(String who) {
    return database.inTransaction(() -> {
      long changed = estimates.removeAll();
      database.jdbc().sql("DELETE FROM potential_in_force").update();
      audit.append(who, "potential.withdrawn", "potential", "{\"accounts\":" + changed + "}");
      return changed;
    });
  }

  private void keep(ModelInForce inForce) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO potential_in_force
              (model, model_version, rates, applied_at, applied_by, renewed_at)
            VALUES (:model, :version, :rates, :appliedAt, :who, :renewedAt)
            ON CONFLICT (only_row) DO UPDATE
              SET (model, model_version, rates, applied_at, applied_by, renewed_at)
                = (excluded.model, excluded.model_version, excluded.rates, excluded.applied_at,
                  excluded.applied_by, excluded.renewed_at)
            """)
        .param("model", inForce.text())
        .param("version", inForce.modelVersion())
        .param("rates", inForce.rates())
        .param("appliedAt", Database.at(inForce.appliedAt()))
        .param("who", inForce.appliedBy())
        .param("renewedAt", Database.at(inForce.renewedAt()))
        .update();
  }

  private static SavedModel model(ResultSet row, int number) throws SQLException {
    return new SavedModel(
        Rows.text(row, "model"),
        row.getLong("version"),
        Rows.instant(row, "changed_at"),
        Rows.text(row, "changed_by"));
  }

  private static ModelInForce inForce(ResultSet row, int number) throws SQLException {
    return new ModelInForce(
        Rows.text(row, "model"),
        row.getLong("model_version"),
        Rows.text(row, "rates"),
        Rows.instant(row, "applied_at"),
        Rows.text(row, "applied_by"),
        Rows.instant(row, "renewed_at"));
  }
}
