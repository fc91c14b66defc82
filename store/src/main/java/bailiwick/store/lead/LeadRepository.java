package bailiwick.store.lead;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.database.Cursor;
import bailiwick.store.database.Database;
import bailiwick.store.database.Page;
import bailiwick.store.database.Rows;
import bailiwick.store.ledger.PublicationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps leads with their decisions. Thread-safe. */
public final class LeadRepository {

  private static final String COLUMNS =
      "id, name, attributes, publication_id, territory_code, representative_id, trace,"
          + " received_at, received_by";

  private static final int FETCH_SIZE = 5_000;

  private static final UUID LAST_ID = new UUID(-1, -1);

  private final Database database;

  /** Keeps them in a database. */
  public LeadRepository(Database database) {
    this.database = database;
  }

  /** Keeps a lead. */
  public StoredLead create(NewLead lead) {
    PublicationId publication = lead.publication();
    TerritoryCode territory = lead.territory();
    RepresentativeId representative = lead.representative();
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO lead (id, name, attributes, publication_id, territory_code,
              representative_id, trace, received_at, received_by)
            VALUES (:id, :name, CAST(:attributes AS json), :publication, :territory,
              :representative, CAST(:trace AS json), :now, :who)
            RETURNING
            """
                + COLUMNS)
        .param("id", database.newId())
        .param("name", lead.name())
        .param("attributes", lead.attributes())
        .param("publication", publication == null ? null : publication.value(), Types.OTHER)
        .param("territory", territory == null ? null : territory.value(), Types.VARCHAR)
        .param(
            "representative", representative == null ? null : representative.value(), Types.OTHER)
        .param("trace", lead.trace())
        .param("now", Database.at(database.now()))
        .param("who", lead.receivedBy())
        .query(LeadRepository::map)
        .single();
  }

  /** The lead of an id. */
  public Optional<StoredLead> find(LeadId id) {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM lead WHERE id = :id")
        .param("id", id.value())
        .query(LeadRepository::map)
        .optional();
  }

  /** Every lead that the rules of a publication decided, in the order of arrival; streamed. */
  public void forEachDecided(PublicationId publication, Consumer<StoredLead> consumer) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql("SELECT " + COLUMNS + " FROM lead WHERE publication_id = :publication ORDER BY id")
          .withFetchSize(FETCH_SIZE)
          .param("publication", publication.value())
          .query(row -> {
            consumer.accept(map(row, 0));
          });
      return consumer;
    });
  }

  /** A page of leads, newest first. Ids carry the time, so their order is the order of arrival. */
  public Page<StoredLead> list(@Nullable String cursor, int limit) {
    Cursor.requireLimit(limit);
    List<StoredLead> rows =
        database
            .jdbc()
            .sql(
                "SELECT " + COLUMNS + " FROM lead WHERE id < :before ORDER BY id DESC LIMIT :limit")
            .param("before", cursor == null ? LAST_ID : Cursor.read(cursor).id())
            .param("limit", limit + 1)
            .query(LeadRepository::map)
            .list();
    return Cursor.page(rows, limit, lead -> new Cursor("", lead.id().value()));
  }

  private static StoredLead map(ResultSet row, int number) throws SQLException {
    UUID publication = Rows.findId(row, "publication_id");
    String territory = row.getString("territory_code");
    UUID representative = Rows.findId(row, "representative_id");
    return new StoredLead(
        new LeadId(Rows.id(row, "id")),
        Rows.text(row, "name"),
        Rows.text(row, "attributes"),
        publication == null ? null : new PublicationId(publication),
        territory == null ? null : new TerritoryCode(territory),
        representative == null ? null : new RepresentativeId(representative),
        Rows.text(row, "trace"),
        Rows.instant(row, "received_at"),
        Rows.text(row, "received_by"));
  }
}
