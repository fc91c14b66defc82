package bailiwick.server.rule;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.proof.RuleDifference;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A difference of two versions as JSON: the same for the command line and for the API. */
public final class DifferenceDocument {

  private DifferenceDocument() {}

  /**
   * All of a difference.
   *
   * @param read either version: both are over the same fields
   */
  public static Map<String, @Nullable Object> of(ReadRules read, RuleDifference difference) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("points", difference.points());
    told.put("undecidedPoints", difference.undecided().points());
    told.put("undecidedRegions", ProofDocument.regions(difference.undecided()));
    told.put(
        "moves",
        difference.moves().stream().map(move -> of(read, move, difference.points())).toList());
    return told;
  }

  private static Map<String, @Nullable Object> of(
      ReadRules read, RuleDifference.Move move, BigInteger all) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("from", move.from().map(TerritoryCode::value).orElse(null));
    told.put("to", move.to().map(TerritoryCode::value).orElse(null));
    told.put("points", move.points());
    told.put("share", Share.of(move.points(), all));
    told.put("witness", read.fields().apply(move.witness()));
    told.put("regions", ProofDocument.regions(move.where()));
    return told;
  }
}
