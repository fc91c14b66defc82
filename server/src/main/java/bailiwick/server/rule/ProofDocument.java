package bailiwick.server.rule;

import bailiwick.rules.proof.Box;
import bailiwick.rules.proof.Census;
import bailiwick.rules.proof.DatedCensus;
import bailiwick.rules.proof.DatedProof;
import bailiwick.rules.proof.Extent;
import bailiwick.rules.proof.Removal;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.proof.RuleProof.Verdict;
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

  /** For how many pairs that clash, and rules that never win, boxes and repairs are looked for. */
  private static final int MOST_SETTLED = 50;

  private final ReadRules read;
  private final DatedProof dated;
  private final DatedProof.Stretch stretch;
  private final RuleProof proof;
  private final @Nullable Census census;
  private final int scale;

  private ProofDocument(
      ReadRules read,
      DatedProof dated,
      DatedProof.Stretch stretch,
      @Nullable DatedCensus census,
      int scale) {
    this.read = read;
    this.dated = dated;
    this.stretch = stretch;
    this.proof = stretch.proof();
    this.census = census == null ? null : census.of(proof);
    this.scale = scale;
  }

  /**
   * What was proven of a layer.
   *
   * @param document all of it
   */
  public record OfLayer(String layer, Verdict verdict, Map<String, @Nullable Object> document) {}

  /**
   * All of a layer's proof: that of the worst stretch of days and, where rules change, each stretch
   * by itself; each finding with the accounts that it touches.
   *
   * @param census null when nobody was counted
   * @param scale decimal places of the values that were counted
   */
  public static OfLayer ofLayer(
      ReadRules read, DatedProof proof, @Nullable DatedCensus census, int scale) {
    return new OfLayer(read.layer(), proof.verdict(), of(read, proof, census, scale));
  }

  /** The document of one layer, or those of several under the worst verdict. */
  public static Map<String, @Nullable Object> ofLayers(List<OfLayer> layers) {
    if (layers.size() == 1) {
      return layers.getFirst().document();
    }
    List<Map<String, @Nullable Object>> each = new ArrayList<>();
    for (OfLayer layer : layers) {
      Map<String, @Nullable Object> named = new LinkedHashMap<>();
      named.put("layer", layer.layer());
      named.putAll(layer.document());
      each.add(named);
    }
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("verdict", Verdict.worst(layers.stream().map(OfLayer::verdict).toList()));
    told.put("layers", each);
    return told;
  }

  private static Map<String, @Nullable Object> of(
      ReadRules read, DatedProof proof, @Nullable DatedCensus census, int scale) {
    DatedProof.Stretch worst = proof.worst();
    Map<String, @Nullable Object> told;
    if (proof.stretches().size() == 1 && worst.days().isAlways()) {
      told = new ProofDocument(read, proof, worst, census, scale).of();
    } else {
      told = stretch(read, proof, worst, census, scale);
      told.put("shadowed", ids(proof.neverWinning()));
      told.put(
          "periods",
          proof.stretches().stream()
              .map(each -> stretch(read, proof, each, census, scale))
              .toList());
    }
    told.put("dead", dead(proof));
    return told;
  }

  private static Map<String, @Nullable Object> stretch(
      ReadRules read,
      DatedProof proof,
      DatedProof.Stretch stretch,
      @Nullable DatedCensus census,
      int scale) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("from", Objects.toString(stretch.days().from(), null));
    told.put("until", Objects.toString(stretch.days().until(), null));
    told.putAll(new ProofDocument(read, proof, stretch, census, scale).of());
    return told;
  }

  /** The rules that never win, each with those that win in its place, and what to do about it. */
  private static List<Map<String, @Nullable Object>> dead(DatedProof proof) {
    List<Map<String, @Nullable Object>> told = new ArrayList<>();
    for (Rule rule : proof.neverWinning()) {
      Map<String, @Nullable Object> each = new LinkedHashMap<>();
      each.put("rule", rule.id().value());
      if (told.size() < MOST_SETTLED) {
        Removal removal = proof.removal(rule);
        switch (removal) {
          case Removal.Free(var remove) -> {
            each.put("coveredBy", remove.by().map(ProofDocument::ids).orElse(null));
            each.put("repair", RepairWords.of(remove));
          }
          case Removal.ClashFirst clash -> putWhyNone(each, clash);
          case Removal.BehindCatchAlls behind -> putWhyNone(each, behind);
        }
      }
      told.add(each);
    }
    return told;
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
    told.put("clashesCut", proof.hasMoreClashes());
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
    told.put(name + "Share", Share.of(extent.points(), proof.points()));
    told.put(name + "Witness", extent.witness().map(read.fields()).orElse(null));
    putAccounts(told, name + "Accounts", name + "Value", extent);
  }

  private void putAccounts(
      Map<String, @Nullable Object> told, String accounts, String value, Extent extent) {
    if (census != null) {
      Census.Holding holding = census.in(extent);
      told.put(accounts, holding.accounts());
      told.put(value, BigDecimal.valueOf(holding.value(), scale));
    }
  }

  /** Boxes that nobody owns, each with what would give it an owner. */
  private List<Map<String, Object>> gaps(Extent gap) {
    return gap.boxes(MOST_REGIONS).stream()
        .map(box -> {
          Map<String, Object> told = region(box);
          told.put("share", Share.of(box.points(), proof.points()));
          dated
              .repair(stretch, gap, box)
              .ifPresentOrElse(
                  repair -> told.put("repair", RepairWords.of(repair)),
                  () -> told.put("whyNoRepair", RepairWords.whyNone(proof, box, stretch.days())));
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
        dated
            .repair(stretch, clash)
            .ifPresentOrElse(
                repair -> each.put("repair", RepairWords.of(repair)),
                () -> each.put("whyNoRepair", RepairWords.whyNone(clash, stretch.days())));
      }
      told.add(each);
    }
    return told;
  }

  private Map<String, @Nullable Object> clash(RuleProof.Clash clash) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("rules", ids(List.of(clash.rule(), clash.other())));
    told.put("points", clash.points());
    told.put("share", Share.of(clash.points(), proof.points()));
    putAccounts(told, "accounts", "value", clash.where());
    told.put("witness", read.fields().apply(clash.witness()));
    return told;
  }

  private static void putWhyNone(Map<String, @Nullable Object> told, Removal removal) {
    told.put("coveredBy", null);
    told.put("repair", null);
    told.put("whyNoRepair", RepairWords.words(removal));
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(rule -> rule.id().value()).toList();
  }
}
