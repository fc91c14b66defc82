package bailiwick.server.rule;

import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.syntax.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A proof as JSON, in the fields of the rules: the same for the command line and for the API. */
public final class ProofDocument {

  private final ReadRules read;

  private ProofDocument(ReadRules read) {
    this.read = read;
  }

  /** All of a proof of these rules. */
  public static Map<String, @Nullable Object> of(ReadRules read, RuleProof proof) {
    return new ProofDocument(read).of(proof);
  }

  private Map<String, @Nullable Object> of(RuleProof proof) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    boolean isWhole = proof.undecided().witness().isEmpty();
    told.put("verdict", proof.verdict());
    told.put("points", proof.points());
    told.put("gapPoints", proof.gap().points());
    told.put("gapWitness", proof.gap().witness().map(read.fields()).orElse(null));
    told.put("conflictPoints", proof.conflict().points());
    told.put("conflictWitness", proof.conflict().witness().map(read.fields()).orElse(null));
    told.put("clashes", proof.clashes().stream().map(this::clash).toList());
    told.put("clashing", ids(proof.clashing()));
    told.put("undecidedPoints", proof.undecided().points());
    told.put("shadowed", isWhole ? ids(proof.neverWinning()) : null);
    told.put("order", proof.order());
    told.put("nodes", proof.nodes());
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
