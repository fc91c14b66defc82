package bailiwick.server.proof;

import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.DatedCensus;
import bailiwick.rules.proof.DatedProof;
import bailiwick.rules.proof.RuleDifference;
import bailiwick.rules.source.Source;
import bailiwick.rules.table.DecisionTable;
import bailiwick.rules.table.DmnReader;
import bailiwick.rules.table.TableDifference;
import bailiwick.rules.table.TableProof;
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
import bailiwick.server.rule.TableDifferenceDocument;
import bailiwick.server.rule.TablesDocument;
import bailiwick.store.Store;
import bailiwick.store.plan.Layer;
import bailiwick.store.plan.Plan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Proves and compares rules that are handed in. Thread-safe; one proof at a time, for each may take
 * seconds and half a gigabyte.
 */
public class RuleProofs {

  private static final String USUAL_COUNTRY = "US";
  private static final int CENTS = 2; // decimal places of potential

  /** How long a proof may take, in seconds; others wait for it. */
  static final int MOST_SECONDS = 60;

  private final Store store;
  private final Geography geography;
  private final PublishedRouters routers;
  private final Today today;
  private final LongSupplier nanos;
  private final Object turn = new Object();

  /** Proofs beside what a store has published. */
  @Autowired
  public RuleProofs(Store store, Geography geography, PublishedRouters routers, Today today) {
    this(store, geography, routers, today, System::nanoTime);
  }

  /** The same by another clock of nanoseconds. */
  RuleProofs(
      Store store, Geography geography, PublishedRouters routers, Today today, LongSupplier nanos) {
    this.nanos = nanos;
    this.store = store;
    this.geography = geography;
    this.routers = routers;
    this.today = today;
  }

  /**
   * What `bailiwick rules check --json` prints, with the warnings.
   *
   * @param countsAccounts whether each finding tells the accounts on the books that it touches
   * @param seconds after which nothing more is looked at; what is left is told as undecided
   * @throws ProblemException when accounts are asked for that have no values in the rules' fields
   */
  Map<String, @Nullable Object> check(RuleInput given, boolean countsAccounts, int seconds) {
    requireOne(given, "");
    requireSeconds(seconds);
    if (countsAccounts && given.text() == null) {
      throw ProblemException.of(
          new ServerProblem.Parameter(
              "accounts",
              "must be false for a `tree` and for `dmn`: accounts have no values in their fields"));
    }
    if (given.dmn() != null) {
      return checkTables(tables(given.dmn(), "rules"), seconds);
    }
    List<ReadRules> layers = readLayers(given);
    Map<String, @Nullable Object> told;
    synchronized (turn) {
      Budget each = budget(seconds);
      told =
          ProofDocument.ofLayers(
              layers.stream().map(layer -> prove(layer, each, countsAccounts)).toList());
    }
    told.put(
        "problems",
        layers.stream().flatMap(layer -> layer.warnings().stream()).map(ProblemItem::of).toList());
    return told;
  }

  /** Each layer may take as much work as one alone; time is that of all together. */
  private ProofDocument.OfLayer prove(ReadRules layer, Budget budget, boolean countsAccounts) {
    DatedProof proof = DatedProof.of(layer.checked(), layer.domains(), budget);
    DatedCensus census = countsAccounts ? census(proof, layer.checked().dimensions()) : null;
    return ProofDocument.ofLayer(layer, proof, census, CENTS);
  }

  private Map<String, @Nullable Object> checkTables(List<DecisionTable> tables, int seconds) {
    synchronized (turn) {
      List<TableProof> proofs = TableProof.ofAll(tables, budget(seconds));
      Map<String, @Nullable Object> told = TablesDocument.of(proofs);
      told.put(
          "problems",
          proofs.stream()
              .flatMap(proof -> proof.warnings().stream())
              .map(ProblemItem::of)
              .toList());
      return told;
    }
  }

  private static List<DecisionTable> tables(String dmn, String name) {
    return DmnReader.read(new Source(name, dmn));
  }

  private Budget budget(int seconds) {
    return Budget.USUAL.within(Duration.ofSeconds(seconds), nanos);
  }

  private static void requireSeconds(int seconds) {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw ProblemException.of(
          new ServerProblem.Parameter("seconds", "must be from 1 to " + MOST_SECONDS));
    }
  }

  private DatedCensus census(DatedProof proof, Dimensions dimensions) {
    var census = new DatedCensus(proof);
    store
        .accounts()
        .forEach(stored ->
            census.add(
                Attributes.of(stored.account()).subject(dimensions),
                stored.account().worth().potentialCents()));
    return census;
  }

  /** What `bailiwick rules diff --json` prints, of tables with the warnings. */
  Map<String, @Nullable Object> diff(DiffRequest request, int seconds) {
    requireOne(request.before(), "/before");
    requireOne(request.after(), "/after");
    requireSeconds(seconds);
    String earlier = request.before().dmn();
    String later = request.after().dmn();
    if (earlier != null && later != null) {
      return difference(tables(earlier, "before"), tables(later, "after"), seconds);
    }
    if (earlier != null || later != null) {
      throw ProblemException.of(
          new ServerProblem.Field(
              "/after", "must be `dmn` where `/before` is, for tables are compared with tables"));
    }
    ReadRules before = read(request.before(), "before");
    ReadRules after = read(request.after(), "after");
    if (!before.checked().dimensions().equals(after.checked().dimensions())
        || !before.domains().equals(after.domains())) {
      throw ProblemException.of(
          new ServerProblem.Field(
              "/after", "must have the fields of `/before`, with their values"));
    }
    LocalDate on = request.on() == null ? today.date() : request.on();
    return difference(before.on(on), after.on(on), seconds);
  }

  private Map<String, @Nullable Object> difference(
      List<DecisionTable> before, List<DecisionTable> after, int seconds) {
    synchronized (turn) {
      TableDifference.Files files = TableDifference.of(before, after, budget(seconds));
      Map<String, @Nullable Object> told = TableDifferenceDocument.of(files);
      told.put(
          "problems",
          files.compared().stream()
              .flatMap(table -> table.warnings().stream())
              .map(ProblemItem::of)
              .toList());
      return told;
    }
  }

  private Map<String, @Nullable Object> difference(ReadRules before, ReadRules after, int seconds) {
    synchronized (turn) {
      RuleDifference difference =
          RuleDifference.of(before.checked(), after.checked(), before.domains(), budget(seconds));
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
                ReadRules.of(proposed.lookup(), List.of()).on(on),
                MOST_SECONDS)
            : null,
        proposed.warnings().stream().map(ProblemItem::of).toList());
  }

  private static void requireOne(RuleInput given, String pointer) {
    long forms =
        Stream.of(given.text(), given.tree(), given.dmn()).filter(Objects::nonNull).count();
    if (forms != 1) {
      throw ProblemException.of(
          new ServerProblem.Field(
              pointer + "/text", "or `tree` or `dmn` must be given, one of the three"));
    }
  }

  private List<ReadRules> readLayers(RuleInput given) {
    RawJson tree = given.tree();
    return tree != null
        ? ReadRules.ofJsonLayers(new Source("rules", tree.text()))
        : ReadRules.ofTextLayers(
            new Source("rules", Objects.requireNonNull(given.text())),
            geography.tree(country(given)));
  }

  private ReadRules read(RuleInput given, String name) {
    RawJson tree = given.tree();
    return tree != null
        ? ReadRules.ofJson(new Source(name, tree.text()))
        : ReadRules.ofText(
            new Source(name, Objects.requireNonNull(given.text())), geography.tree(country(given)));
  }

  private String country(RuleInput given) {
    String country = given.country();
    return country != null && !country.isBlank()
        ? country.strip()
        : store.plans().list().stream().findFirst().map(Plan::country).orElse(USUAL_COUNTRY);
  }
}
