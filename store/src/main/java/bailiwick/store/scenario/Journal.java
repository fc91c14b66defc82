package bailiwick.store.scenario;

import bailiwick.store.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The edits of scenarios, so that each can be taken back and repeated. */
final class Journal {

  /**
   * One edit with all it needs to be undone.
   *
   * @param units numbers of the moved units
   * @param before where each was
   * @param target where all went
   */
  @SuppressWarnings("ArrayRecordComponent") // stays within the package, never compared
  record Moved(int[] units, Short[] before, int target) {}

  private final Database database;

  Journal(Database database) {
    this.database = database;
  }

  /** Drops the edits from a sequence on. */
  void dropFrom(UUID scenario, int sequence) {
    database
        .jdbc()
        .sql("DELETE FROM scenario_edit WHERE scenario_id = :id AND sequence >= :sequence")
        .param("id", scenario)
        .param("sequence", sequence)
        .update();
  }

  void add(UUID scenario, int sequence, Moved moved, String who) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO scenario_edit (scenario_id, sequence, units, before, target, who, at)
            VALUES (:id, :sequence, :units, :before, :target, :who, :now)
            """)
        .param("id", scenario)
        .param("sequence", sequence)
        .param("units", moved.units())
        .param("before", moved.before())
        .param("target", moved.target())
        .param("who", who)
        .param("now", Database.at(database.now()))
        .update();
  }

  Moved get(UUID scenario, int sequence) {
    return database
        .jdbc()
        .sql(
            """
            SELECT units, before, target FROM scenario_edit
            WHERE scenario_id = :id AND sequence = :sequence
            """)
        .param("id", scenario)
        .param("sequence", sequence)
        .query(Journal::mapMoved)
        .single();
  }

  private static Moved mapMoved(ResultSet row, int number) throws SQLException {
    Integer[] units = (Integer[]) row.getArray("units").getArray();
    int[] numbers = new int[units.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = units[i];
    }
    return new Moved(numbers, (Short[]) row.getArray("before").getArray(), row.getInt("target"));
  }
}
