package bailiwick.store.roster;

import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.Representative;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.core.unit.LonLat;
import bailiwick.store.account.Extent;
import bailiwick.store.account.LoadChanges;
import bailiwick.store.account.LoadReport;
import bailiwick.store.audit.AuditDetail;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Keeps the representatives. Thread-safe. */
public final class RepresentativeRepository {

  private static final String COLUMNS =
      "id, source, external_id, name, email, lon, lat, skills, started_on, left_on, ramp_share,"
          + " quota_cents, version";

  private static final String VALUES =
      "(:name, :email, :lon, :lat, :skills, :startedOn, :leftOn, :rampShare, :quota)";

  private static final String VALUE_COLUMNS =
      "(name, email, lon, lat, skills, started_on, left_on, ramp_share, quota_cents)";

  private final Database database;
  private final AuditLog audit;

  /** Keeps them in a database. */
  public RepresentativeRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * Saves many of one source, all or nothing, merged by external id; new ones get an own id. Each
   * that is new or changed is noted in the audit log.
   */
  public LoadReport load(String source, List<Representative> representatives, String who) {
    return database.inTransaction(() -> {
      long inserted = 0;
      long updated = 0;
      for (Representative representative : representatives) {
        Optional<StoredRepresentative> known =
            findByExternalId(source, representative.externalId());
        if (known.isEmpty()) {
          added(source, insert(source, representative), who);
          inserted++;
        } else if (!withId(representative, known.get()).equals(known.get().representative())) {
          update(withId(representative, known.get()), known.get().version(), who);
          updated++;
        }
      }
      return new LoadReport(inserted, updated, representatives.size() - inserted - updated, 0);
    });
  }

  /**
   * Tells what {@link #load} would change, and who of the source is not among those given.
   *
   * @param extent of a part, nobody is told as not among those given
   * @param sampleSize how many of each kind to show
   */
  public LoadChanges compare(
      String source, List<Representative> representatives, Extent extent, int sampleSize) {
    List<StoredRepresentative> known =
        list().stream().filter(each -> each.source().equals(source)).toList();
    return RosterComparison.of(known, representatives, extent, sampleSize);
  }

  private static Representative withId(Representative given, StoredRepresentative known) {
    return new Representative(
        known.representative().id(),
        given.externalId(),
        given.name(),
        given.email(),
        given.home(),
        given.skills(),
        given.startedOn(),
        given.leftOn(),
        given.rampShare(),
        given.quotaCents());
  }

  private RepresentativeId insert(String source, Representative representative) {
    RepresentativeId id = new RepresentativeId(database.newId());
    bind(
            database
                .jdbc()
                .sql(
                    "INSERT INTO representative (id, source, external_id, "
                        + VALUE_COLUMNS.substring(1)
                        + " VALUES (:id, :source, :externalId, "
                        + VALUES.substring(1)),
            representative)
        .param("id", id.value())
        .param("source", source)
        .param("externalId", representative.externalId())
        .update();
    return id;
  }

  private void added(String source, RepresentativeId id, String who) {
    Representative person = find(id).orElseThrow().representative();
    audit.append(
        who,
        "person.added",
        id,
        new AuditDetail()
            .with("source", source)
            .with("externalId", person.externalId())
            .with("name", person.name())
            .with("startedOn", person.startedOn())
            .with("leftOn", person.leftOn())
            .with("quotaCents", person.quotaCents()));
  }

  /** All by name, those who left too. */
  public List<StoredRepresentative> list() {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM representative ORDER BY lower(name), id")
        .query(RepresentativeRepository::map)
        .list();
  }

  /** The representative of an id. */
  public Optional<StoredRepresentative> find(RepresentativeId id) {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM representative WHERE id = :id")
        .param("id", id.value())
        .query(RepresentativeRepository::map)
        .optional();
  }

  /** The representative of an external id. */
  public Optional<StoredRepresentative> findByExternalId(String source, String externalId) {
    return database
        .jdbc()
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM representative WHERE source = :source AND external_id = :externalId")
        .param("source", source)
        .param("externalId", externalId)
        .query(RepresentativeRepository::map)
        .optional();
  }

  /**
   * Saves a changed representative, named by its id, and notes what changed in the audit log; the
   * external id stays.
   *
   * @throws ProblemException with {@code STORE_STALE_VERSION} or {@code STORE_NOT_FOUND}
   */
  public StoredRepresentative update(
      Representative representative, long expectedVersion, String who) {
    return database.inTransaction(() -> {
      Optional<StoredRepresentative> before = find(representative.id());
      StoredRepresentative after = write(representative, expectedVersion);
      before.ifPresent(known -> changed(known.representative(), after.representative(), who));
      return after;
    });
  }

  private void changed(Representative before, Representative after, String who) {
    audit.append(
        who,
        "person.changed",
        after.id(),
        new AuditDetail()
            .with("externalId", after.externalId())
            .changed("name", before.name(), after.name())
            .changed("email", before.email(), after.email())
            .changed("home", before.home(), after.home())
            .changed("skills", before.skills(), after.skills())
            .changed("startedOn", before.startedOn(), after.startedOn())
            .changed("leftOn", before.leftOn(), after.leftOn())
            .changed("rampShare", before.rampShare(), after.rampShare())
            .changed("quotaCents", before.quotaCents(), after.quotaCents()));
  }

  private StoredRepresentative write(Representative representative, long expectedVersion) {
    return bind(
            database
                .jdbc()
                .sql(
                    "UPDATE representative SET "
                        + VALUE_COLUMNS
                        + " = "
                        + VALUES
                        + ", version = version + 1 WHERE id = :id AND version = :expected RETURNING "
                        + COLUMNS),
            representative)
        .param("id", representative.id().value())
        .param("expected", expectedVersion)
        .query(RepresentativeRepository::map)
        .optional()
        .orElseThrow(() ->
            database.staleOrMissing(
                "representative", "representative", representative.id().value(), expectedVersion));
  }

  private static StatementSpec bind(StatementSpec statement, Representative representative) {
    LonLat home = representative.home();
    return statement
        .param("name", representative.name())
        .param("email", representative.email())
        .param("lon", home == null ? null : home.lon(), Types.DOUBLE)
        .param("lat", home == null ? null : home.lat(), Types.DOUBLE)
        .param("skills", representative.skills().toArray(String[]::new))
        .param("startedOn", representative.startedOn(), Types.DATE)
        .param("leftOn", representative.leftOn(), Types.DATE)
        .param("rampShare", representative.rampShare())
        .param("quota", representative.quotaCents());
  }

  private static StoredRepresentative map(ResultSet row, int number) throws SQLException {
    String[] skills = (String[]) row.getArray("skills").getArray();
    Representative representative =
        new Representative(
            new RepresentativeId(Rows.id(row, "id")),
            Rows.text(row, "external_id"),
            Rows.text(row, "name"),
            Rows.text(row, "email"),
            Rows.findPoint(row),
            Arrays.asList(skills),
            Rows.findDay(row, "started_on"),
            Rows.findDay(row, "left_on"),
            row.getDouble("ramp_share"),
            row.getLong("quota_cents"));
    return new StoredRepresentative(
        representative, Rows.text(row, "source"), row.getLong("version"));
  }
}
