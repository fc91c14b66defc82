package bailiwick.store.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.store.database.Database;

/**
 * The units of scenarios, and the moves that change them, each noted in the journal. Edits run in
 * the caller's transaction, which has locked the scenario's row.
 */
final class ScenarioAlignments {

  private final Database database;
  private final Journal journal;

  ScenarioAlignments(Database database) {
    this.database = database;
    this.journal = new Journal(database);
  }

  void insert(ScenarioId id, Alignment alignment) {
    database
        .jdbc()
        .sql("INSERT INTO scenario_alignment (scenario_id, territory_of) VALUES (:id, :packed)")
        .param("id", id.value())
        .param("packed", TerritoryNumbers.pack(alignment.toArray()))
        .update();
  }

  /** The territory number of every unit, -1 for none. */
  int[] read(ScenarioId id) {
    return TerritoryNumbers.unpack(
        database
            .jdbc()
            .sql("SELECT territory_of FROM scenario_alignment WHERE scenario_id = :id")
            .param("id", id.value())
            .query((row, number) -> row.getBytes(1))
            .single());
  }

  /** Moves units and drops what was undone. */
  void move(Scenario scenario, int[] units, int to, String who) {
    if (to < Alignment.UNASSIGNED || to >= scenario.territories().size()) {
      throw new IllegalArgumentException(
          "The territory number (%s) must lie from -1 to %s."
              .formatted(to, scenario.territories().size() - 1));
    }
    int[] territoryOf = read(scenario.id());
    Short[] before = new Short[units.length];
    for (int i = 0; i < units.length; i++) {
      before[i] = (short) territoryOf[requireUnit(units[i], territoryOf.length)];
    }
    for (int unit : units) {
      territoryOf[unit] = to;
    }
    int sequence = scenario.undoable() + 1;
    journal.dropFrom(scenario.id().value(), sequence);
    journal.add(scenario.id().value(), sequence, new Journal.Moved(units, before, to), who);
    save(scenario.id(), territoryOf, sequence);
  }

  private static int requireUnit(int unit, int unitCount) {
    if (unit < 0 || unit >= unitCount) {
      throw new IllegalArgumentException(
          "The unit number (%s) must lie from 0 to %s.".formatted(unit, unitCount - 1));
    }
    return unit;
  }

  void undo(Scenario scenario) {
    if (scenario.undoable() == 0) {
      return;
    }
    Journal.Moved moved = journal.get(scenario.id().value(), scenario.undoable());
    int[] territoryOf = read(scenario.id());
    // Backwards, so that a unit named twice ends where it began.
    for (int i = moved.units().length - 1; i >= 0; i--) {
      territoryOf[moved.units()[i]] = moved.before()[i];
    }
    save(scenario.id(), territoryOf, scenario.undoable() - 1);
  }

  void redo(Scenario scenario) {
    if (scenario.redoable() == 0) {
      return;
    }
    int sequence = scenario.undoable() + 1;
    Journal.Moved moved = journal.get(scenario.id().value(), sequence);
    int[] territoryOf = read(scenario.id());
    for (int unit : moved.units()) {
      territoryOf[unit] = moved.target();
    }
    save(scenario.id(), territoryOf, sequence);
  }

  private void save(ScenarioId id, int[] territoryOf, int applied) {
    database
        .jdbc()
        .sql("UPDATE scenario_alignment SET territory_of = :packed WHERE scenario_id = :id")
        .param("packed", TerritoryNumbers.pack(territoryOf))
        .param("id", id.value())
        .update();
    database
        .jdbc()
        .sql("UPDATE scenario SET applied = :applied WHERE id = :id")
        .param("applied", applied)
        .param("id", id.value())
        .update();
  }
}
