package bailiwick.server.intake;

import bailiwick.server.wire.ImportWire;
import bailiwick.server.wire.ImportWire.FieldCount;
import bailiwick.server.wire.ImportWire.ImportChanges;
import bailiwick.server.wire.ImportWire.ReplacedFile;
import bailiwick.server.wire.ImportWire.RowChangeKind;
import bailiwick.server.wire.ImportWire.ValueChange;
import bailiwick.store.account.LoadChanges;
import bailiwick.store.account.RowChange;
import bailiwick.store.measure.Delivery;
import java.util.List;

/** Tells what a file changes as JSON. */
final class ChangesWire {

  private ChangesWire() {}

  static ImportChanges of(LoadChanges changes) {
    return new ImportChanges(
        changes.counts().inserted(),
        changes.counts().updated(),
        changes.counts().unchanged(),
        changes.counts().disappeared(),
        changes.fields().entrySet().stream()
            .map(field -> new FieldCount(field.getKey(), field.getValue()))
            .toList(),
        changes.sample().stream().map(ChangesWire::of).toList());
  }

  private static ImportWire.RowChange of(RowChange change) {
    return switch (change) {
      case RowChange.Inserted(var id, var name) ->
          new ImportWire.RowChange(RowChangeKind.NEW, id, name, List.of(), null);
      case RowChange.Changed(var id, var name, var fields) ->
          new ImportWire.RowChange(
              RowChangeKind.CHANGED,
              id,
              name,
              fields.stream()
                  .map(field -> new ValueChange(field.field(), field.before(), field.after()))
                  .toList(),
              null);
      case RowChange.Disappeared(var id, var name, var lastSeen) ->
          new ImportWire.RowChange(RowChangeKind.MISSING, id, name, List.of(), lastSeen);
    };
  }

  static ReplacedFile of(Delivery before) {
    return new ReplacedFile(
        before.file(), before.rows(), before.asOf(), before.loadedAt(), before.loadedBy());
  }
}
