package bailiwick.server.rule;

import bailiwick.rules.table.DecisionTable;
import bailiwick.rules.table.TableDifference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Differences of decision tables as JSON: the same over HTTP and on the command line. */
public final class TableDifferenceDocument {

  private TableDifferenceDocument() {}

  /** All tables that both files have, and the names of the others. */
  public static Map<String, @Nullable Object> of(TableDifference.Files files) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("tables", files.compared().stream().map(TableDifferenceDocument::of).toList());
    told.put("onlyBefore", files.onlyBefore());
    told.put("onlyAfter", files.onlyAfter());
    return told;
  }

  private static Map<String, @Nullable Object> of(TableDifference difference) {
    DecisionTable table = difference.after();
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("id", table.id());
    told.put("decision", table.decision());
    told.put("name", table.name());
    told.put("points", difference.points());
    told.put("undecidedPoints", difference.undecidedPoints());
    told.put(
        "undecidedRegions",
        difference.undecidedRegions().stream().map(TablesDocument::region).toList());
    told.put("moves", difference.moves().stream().map(move -> of(difference, move)).toList());
    return told;
  }

  private static Map<String, @Nullable Object> of(
      TableDifference difference, TableDifference.Move move) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("from", move.from().orElse(null));
    told.put("to", move.to().orElse(null));
    told.put("points", move.points());
    told.put("share", Share.of(move.points(), difference.points()));
    told.put("witness", difference.fields(move.witness()));
    told.put("regions", move.regions().stream().map(TablesDocument::region).toList());
    return told;
  }
}
