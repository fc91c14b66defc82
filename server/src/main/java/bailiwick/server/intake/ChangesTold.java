package bailiwick.server.intake;

import bailiwick.store.account.LoadReport;
import bailiwick.store.measure.Delivery;
import bailiwick.store.measure.DeliveryKind;

/** Tells what a file would change in one sentence. */
final class ChangesTold {

  private ChangesTold() {}

  static String sentence(FileLoader.Loaded found) {
    long accepted = found.report().counts().accepted();
    return switch (found.changes()) {
      case null -> "%s rows can be loaded.".formatted(accepted);
      case FileChanges.Merge(var changes) -> merged(changes.counts());
      case FileChanges.Replacement(var before) ->
          before
              .map(file -> replaced(accepted, file))
              .orElse("%s rows would be the first of their kind.".formatted(accepted));
    };
  }

  private static String merged(LoadReport counts) {
    return "Would add %s, change %s, leave %s as they are; %s are not in the file any more."
        .formatted(counts.inserted(), counts.updated(), counts.unchanged(), counts.disappeared());
  }

  private static String replaced(long accepted, Delivery before) {
    if (before.kind() == DeliveryKind.MARKET) {
      return ("%s rows would take the place of what `%s` and files before it say of the same"
              + " measures; other measures stay.")
          .formatted(accepted, before.file());
    }
    return "%s rows would take the place of the %s of `%s`."
        .formatted(accepted, before.rows(), before.file());
  }
}
