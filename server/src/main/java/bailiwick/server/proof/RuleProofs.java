package bailiwick.server.proof;

import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.DatedCensus;
import bailiwick.rules.proof.DatedProof;
import bailiwick.rules.proof.RuleDifference;
import bailiwick.rules.source.Source;
import bailiwick.server.atlas.Geography;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.proof.ProofWire.ComparisonRequest;
import bailiwick.server.proof.ProofWire.DiffRequest;
import bailiwick.server.proof.ProofWire.RuleComparison;
import bailiwick.server.proof.ProofWire.RuleInput;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.published.PublishedRouters.Published;
import bailiwick.server.rule.DifferenceDocument;
import bailiwick.server.rule.ProofDocument;
import bailiwick.server.rule.ReadRules;
import bailiwick.store.Store;
import bailiwick.store.plan.Layer;
import bailiwick.store.plan.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proves and compares rules that are handed in. Thread-safe; one proof at a time, for each may take
 * seconds and half a gigabyte.
 */
public class RuleProofs {

  private static final String USUAL_COUNTRY = "US";
  private static final int CENTS = 2; // decimal places of potential

  private final Store store;
  private final Geography geography;
  private final PublishedRouters routers;
  private final Today today;
  private final JsonMapper json;
  private final Object turn = new Object();

  /** Proofs beside what a store has published. */
  public RuleProofs(
      Store store, Geography geography, PublishedRouters routers, Today today, JsonMapper json) {
    this.store = store;
    this.geography = geography;
    this.routers = routers;
    this.today = today;
    this.json = json;
  }

  /**
   * What `bailiwick rules check --json` prints, with the warnings.
   *
   * @param countsAccounts whether each finding tells the accounts on the books that it touches
   * @throws ProblemException when accounts are asked for that have no values in the rules' fields
   */
  Map<String, @Nullable Object> check(RuleInput given, boolean countsAccounts) {
    if (countsAccounts && given.text() == null) {
      throw ProblemException.of(
          new ServerProblem.Parameter(
              "accounts", "must be false for a `tree`: accounts have no values in its fields"));
    }
    ReadRules read = read(given, "rules");
    Map<String, @Nullable Object> told;
    synchronized (turn) {
      DatedProof proof = DatedProof.of(read.checked(), read.domains(), Budget.USUAL);
      told = ProofDocument.of(read, proof, countsAccounts ? census(proof) : null, CENTS);
    }
    told.put("problems", read.warnings().stream().map(ProblemItem::of).toList());
    return told;
  }

  private DatedCensus census(DatedProof proof) {
    var census = new DatedCensus(proof);
    store
        .accounts()
        .forEach(stored ->
            census.add(Subject.of(stored.account()), stored.account().worth().potentialCents()));
    return census;
  }

  /** What `bailiwick rules diff --json` prints. */
  Map<String, @Nullable Object> diff(DiffRequest request) {
    ReadRules before = read(request.before(), "before");
    ReadRules after = read(request.after(), "after");
    if (!before.checked().dimensions().equals(after.checked().dimensions())
        || !before.domains().equals(after.domains())) {
      throw ProblemException.of(
          new ServerProblem.Field(
              "/after", "must have the fields of `/before`, with their values"));
    }
    LocalDate on = request.on() == null ? today.date() : request.on();
    return difference(before.on(on), after.on(on));
  }

  private Map<String, @Nullable Object> difference(ReadRules before, ReadRules after) {
    synchronized (turn) {
      RuleDifference difference =
          RuleDifference.of(before.checked(), after.checked(), before.domains(), Budget.USUAL);
      return DifferenceDocument.of(before, difference);
    }
  }

  /** Which accounts a rule set would move that others decide now. */
  RuleComparison compare(String code, ComparisonRequest request) {
    Layer layer = routers.getLayer(code);
    LocalDate on = request.on() == null ? today.date() : request.on();
    Published published = routers.getOn(layer.id(), on);
    Plan plan = store.plans().get(published.rules().publication().plan());
    RuleCompiler compiler =
        RuleCompiler.over(Dimensions.STANDARD, geography.tree(plan.country())).on(on);
    return switch (compiler.compile(List.of(new Source("rules", request.text())))) {
      case Compilation.Rejected(var problems) -> throw new ProblemException(problems);
      case Compilation.Compiled proposed ->
          compare(layer, on, published, proposed, Boolean.TRUE.equals(request.space()));
    };
  }

  private RuleComparison compare(
      Layer layer,
      LocalDate on,
      Published published,
      Compilation.Compiled proposed,
      boolean overSpace) {
    var moves = new AccountMoves(published.router(), new LeadRouter(proposed.lookup()));
    store.accounts().forEach(stored -> moves.add(stored.account()));
    return new RuleComparison(
        layer.code(),
        on,
        published.rules().publication().id().toString(),
        moves.accounts(),
        moves.moved(),
        moves.flows(),
        moves.largest(),
        overSpace
            ? difference(
                ReadRules.of(published.router().lookup(), List.of()).on(on),
                ReadRules.of(proposed.lookup(), List.of()).on(on))
            : null,
        proposed.warnings().stream().map(ProblemItem::of).toList());
  }

  private ReadRules read(RuleInput given, String name) {
    String text = given.text();
    if ((text == null) == (given.tree() == null)) {
      throw ProblemException.of(
          new ServerProblem.Field("/text", "or `tree` must be given, one of the two"));
    }
    return text == null
        ? ReadRules.ofJson(new Source(name, json.writeValueAsString(given.tree())))
        : ReadRules.ofText(new Source(name, text), geography.tree(country(given)));
  }

  private String country(RuleInput given) {
    String country = given.country();
    return country != null && !country.isBlank()
        ? country.strip()
        : store.plans().list().stream().findFirst().map(Plan::country).orElse(USUAL_COUNTRY);
  }
}
