package bailiwick.store.scenario;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.core.unit.LonLat;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;

/**
 * The territories of scenarios and, as they were, of publications: two tables with like columns.
 */
public final class ScenarioTerritories {

  private final Database database;
  private final String table;
  private final String owner;

  private ScenarioTerritories(Database database, String table, String owner) {
    this.database = database;
    this.table = table;
    this.owner = owner;
  }

  /** Those of scenarios. */
  public static ScenarioTerritories ofScenarios(Database database) {
    return new ScenarioTerritories(database, "scenario_territory", "scenario_id");
  }

  /** Those of publications. */
  public static ScenarioTerritories ofPublications(Database database) {
    return new ScenarioTerritories(database, "publication_territory", "publication_id");
  }

  /** Reads them in order of their numbers. */
  public List<ScenarioTerritory> read(UUID ownerId) {
    return database
        .jdbc()
        .sql(
            "SELECT code, name, colour, share, lon, lat, representative_id FROM "
                + table
                + " WHERE "
                + owner
                + " = :owner ORDER BY number")
        .param("owner", ownerId)
        .query(ScenarioTerritories::map)
        .list();
  }

  /** Writes them, numbered by their places in the list; those there with the same number change. */
  public void write(UUID ownerId, List<ScenarioTerritory> territories) {
    for (int number = 0; number < territories.size(); number++) {
      write(ownerId, number, territories.get(number));
    }
  }

  private void write(UUID ownerId, int number, ScenarioTerritory territory) {
    LonLat home = territory.home();
    RepresentativeId representative = territory.representative();
    database
        .jdbc()
        .sql(
            """
            INSERT INTO %1$s (%2$s, number, code, name, colour, share, lon, lat,
              representative_id)
            VALUES (:owner, :number, :code, :name, :colour, :share, :lon, :lat, :representative)
            ON CONFLICT (%2$s, number) DO UPDATE
            SET code = excluded.code, name = excluded.name, colour = excluded.colour,
                share = excluded.share, lon = excluded.lon, lat = excluded.lat,
                representative_id = excluded.representative_id
            """
                .formatted(table, owner))
        .param("owner", ownerId)
        .param("number", number)
        .param("code", territory.code().value())
        .param("name", territory.name())
        .param("colour", territory.colour())
        .param("share", territory.share())
        .param("lon", home == null ? null : home.lon(), Types.DOUBLE)
        .param("lat", home == null ? null : home.lat(), Types.DOUBLE)
        .param(
            "representative", representative == null ? null : representative.value(), Types.OTHER)
        .update();
  }

  private static ScenarioTerritory map(ResultSet row, int number) throws SQLException {
    UUID representative = Rows.findId(row, "representative_id");
    return new ScenarioTerritory(
        new TerritoryCode(Rows.text(row, "code")),
        Rows.text(row, "name"),
        row.getInt("colour"),
        row.getDouble("share"),
        Rows.findPoint(row),
        representative == null ? null : new RepresentativeId(representative));
  }
}
