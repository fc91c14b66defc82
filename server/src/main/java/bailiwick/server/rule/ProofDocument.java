package bailiwick.server.rule;

import bailiwick.rules.proof.Box;
import bailiwick.rules.proof.Census;
import bailiwick.rules.proof.DatedCensus;
import bailiwick.rules.proof.DatedProof;
import bailiwick.rules.proof.Extent;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RulePrinter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A proof as JSON, in the fields of the rules: the same for the command line and for the API. */
public final class ProofDocument {

  /** How many boxes of a finding are listed. */
  public static final int MOST_REGIONS = 5;

  /** For how many pairs that clash boxes and repairs are looked for. */
  private static final int MOST_SETTLED = 50;

  private final ReadRules read;
  private final RuleProof proof;
  private final @Nullable Census census;
  private final int scale;
  private final boolean isDated; // a repair of one stretch would hold in the others, too

  private ProofDocument(
      ReadRules read, RuleProof proof, @Nullable Census census, int scale, boolean isDated) {
    this.isDated = isDated;
    this.read = read;
    this.proof = proof;
    this.census = census;
    this.scale = scale;
  }

  /**
   * All of a proof: that of the worst stretch of days and, where rules change, each stretch by
   * itself.
   */
  public static Map<String, @Nullable Object> of(ReadRules read, DatedProof proof) {
    return of(read, proof, null, 0);
  }

  /**
   * The same, each finding with the accounts that it touches.
   *
   * @param census null when nobody was counted
   * @param scale decimal places of the values that were counted
   */
  public static Map<String, @Nullable Object> of(
      ReadRules read, DatedProof proof, @Nullable DatedCensus census, int scale) {
    if (proof.stretches().size() == 1 && proof.worst().days().isAlways()) {
      return of(read, proof.worst(), census, scale);
    }
    Map<String, @Nullable Object> told = stretch(read, proof.worst(), census, scale);
    told.put("shadowed", ids(proof.neverWinning()));
    told.put(
        "periods",
        proof.stretches().stream().map(each -> stretch(read, each, census, scale)).toList());
    return told;
  }

  private static Map<String, @Nullable Object> stretch(
      ReadRules read, DatedProof.Stretch stretch, @Nullable DatedCensus census, int scale) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("from", Objects.toString(stretch.days().from(), null));
    told.put("until", Objects.toString(stretch.days().until(), null));
    told.putAll(of(read, stretch, census, scale));
    return told;
  }

  private static Map<String, @Nullable Object> of(
      ReadRules read, DatedProof.Stretch stretch, @Nullable DatedCensus census, int scale) {
    Census counted = census == null ? null : census.of(stretch.proof());
    return new ProofDocument(read, stretch.proof(), counted, scale, !stretch.days().isAlways())
        .of();
  }

  private Map<String, @Nullable Object> of() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    boolean isWhole = proof.undecided().isEmpty();
    told.put("verdict", proof.verdict());
    told.put("points", proof.points());
    if (census != null) {
      told.put("outsideAccounts", census.outside());
    }
    put(told, "gap", proof.gap());
    told.put("gaps", gaps(proof.gap()));
    put(told, "conflict", proof.conflict());
    told.put("clashes", clashes());
    told.put("clashing", ids(proof.clashing()));
    told.put("catchAlls", ids(proof.catchAlls()));
    put(told, "orphaned", proof.orphaned());
    told.put("orphans", gaps(proof.orphaned()));
    put(told, "undecided", proof.undecided());
    told.put("undecidedRegions", regions(proof.undecided()));
    told.put("shadowed", isWhole ? ids(proof.neverWinning()) : null);
    told.put("order", proof.effort().order());
    told.put("nodes", proof.effort().nodes());
    return told;
  }

  private void put(Map<String, @Nullable Object> told, String name, Extent extent) {
    told.put(name + "Points", extent.points());
    told.put(name + "Witness", extent.witness().map(read.fields()).orElse(null));
    if (census != null) {
      Census.Holding holding = census.in(extent);
      told.put(name + "Accounts", holding.accounts());
      told.put(name + "Value", BigDecimal.valueOf(holding.value(), scale));
    }
  }

  /** Boxes that nobody owns, each with what would give it an owner. */
  private List<Map<String, Object>> gaps(Extent gap) {
    return gap.boxes(MOST_REGIONS).stream()
        .map(box -> {
          Map<String, Object> told = region(box);
          if (!isDated) {
            proof.repair(gap, box).ifPresent(repair -> told.put("repair", RepairWords.of(repair)));
          }
          return told;
        })
        .toList();
  }

  /** The first boxes of an extent. */
  static List<Map<String, Object>> regions(Extent extent) {
    return extent.boxes(MOST_REGIONS).stream().map(ProofDocument::region).toList();
  }

  private static Map<String, Object> region(Box box) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("region", RulePrinter.print(box.condition()));
    told.put("points", box.points());
    return told;
  }

  private List<Map<String, @Nullable Object>> clashes() {
    List<Map<String, @Nullable Object>> told = new ArrayList<>();
    for (RuleProof.Clash clash : proof.clashes()) {
      Map<String, @Nullable Object> each = clash(clash);
      if (told.size() < MOST_SETTLED) {
        each.put("regions", regions(clash.where()));
        if (!isDated) {
          each.put("repair", RepairWords.of(proof.repair(clash)));
        }
      }
      told.add(each);
    }
    return told;
  }

  private Map<String, @Nullable Object> clash(RuleProof.Clash clash) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("rules", ids(List.of(clash.rule(), clash.other())));
    told.put("points", clash.points());
    told.put("witness", read.fields().apply(clash.witness()));
    return told;
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(rule -> rule.id().value()).toList();
  }
}
