package bailiwick.server.rule;

import bailiwick.rules.proof.Extent;
import bailiwick.rules.proof.RuleProof.Verdict;
import bailiwick.rules.table.DecisionTable;
import bailiwick.rules.table.TableProof;
import bailiwick.rules.table.TableRegion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The proofs of decision tables as JSON: the same over HTTP and on the command line. */
public final class TablesDocument {

  private TablesDocument() {}

  /** All tables of a file, and what they come to together. */
  public static Map<String, @Nullable Object> of(List<TableProof> proofs) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("verdict", verdict(proofs));
    told.put("tables", proofs.stream().map(TablesDocument::of).toList());
    return told;
  }

  /** What tables come to together: the worst of them. */
  public static Verdict verdict(List<TableProof> proofs) {
    return Verdict.worst(proofs.stream().map(TableProof::verdict).toList());
  }

  private static Map<String, @Nullable Object> of(TableProof proof) {
    DecisionTable table = proof.table();
    boolean isWhole = proof.undecided().isEmpty();
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("id", table.id());
    told.put("decision", table.decision());
    told.put("name", table.name());
    told.put("hitPolicy", table.hitPolicy().words());
    told.put("rules", table.rows().size());
    told.put("verdict", proof.verdict());
    told.put("points", proof.points());
    told.put("gapPoints", proof.gap().points());
    told.put("gapShare", Share.of(proof.gap().points(), proof.points()));
    told.put("gapWitness", witness(proof, proof.gap()));
    told.put("gaps", proof.gaps().stream().map(TablesDocument::region).toList());
    told.put("default", table.hasDefault());
    told.put("defaultPoints", table.hasDefault() ? proof.gap().points() : 0);
    told.put("conflictPoints", proof.conflict().points());
    told.put("conflictShare", Share.of(proof.conflict().points(), proof.points()));
    told.put("conflictWitness", witness(proof, proof.conflict()));
    told.put("overlaps", proof.overlaps().stream().map(each -> overlap(each, proof)).toList());
    told.put("overlapsCut", proof.hasMoreOverlaps());
    told.put("undecidedPoints", proof.undecided().points());
    told.put("undecidedShare", Share.of(proof.undecided().points(), proof.points()));
    told.put(
        "undecidedRegions", proof.undecidedRegions().stream().map(TablesDocument::region).toList());
    told.put("shadowed", isWhole ? labels(proof.neverWinning()) : null);
    return told;
  }

  private static @Nullable Map<String, @Nullable Object> witness(TableProof proof, Extent extent) {
    return extent.witness().map(proof::fields).orElse(null);
  }

  private static List<String> labels(List<DecisionTable.Row> rows) {
    return rows.stream().map(DecisionTable.Row::label).toList();
  }

  private static Map<String, @Nullable Object> overlap(
      TableProof.Overlap overlap, TableProof proof) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("rules", labels(List.of(overlap.row(), overlap.other())));
    told.put("points", overlap.points());
    told.put("share", Share.of(overlap.points(), proof.points()));
    told.put("region", overlap.where().isEmpty() ? null : region(overlap.where().getFirst()));
    told.put("regions", overlap.where().stream().map(TablesDocument::region).toList());
    return told;
  }

  static Map<String, @Nullable Object> region(TableRegion region) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("text", region.text());
    told.put("points", region.points());
    told.put("inputs", region.parts().stream().map(TablesDocument::part).toList());
    return told;
  }

  private static Map<String, @Nullable Object> part(TableRegion.Part part) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("input", part.input());
    told.put("text", part.text());
    if (!part.words().isEmpty() || part.except()) {
      told.put(
          part.except() ? "except" : "values",
          part.words().stream().map(TableRegion.Word::value).toList());
    }
    if (!part.spans().isEmpty()) {
      told.put("intervals", part.spans().stream().map(TablesDocument::interval).toList());
    }
    told.put("null", part.orNull());
    return told;
  }

  private static Map<String, @Nullable Object> interval(TableRegion.Interval interval) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    put(told, "low", interval.low());
    put(told, "high", interval.high());
    return told;
  }

  private static void put(
      Map<String, @Nullable Object> told, String end, TableRegion.@Nullable Bound bound) {
    told.put(end, bound == null ? null : bound.value());
    told.put(end + "Included", bound != null && bound.included());
  }
}
