package bailiwick.server.published;

import bailiwick.core.account.FamilyPolicy;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.check.FurtherFields;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.server.problem.ServerProblem;
import bailiwick.store.Store;
import bailiwick.store.ledger.LedgerSubject;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.plan.Layer;
import bailiwick.store.plan.LayerId;
import bailiwick.store.publication.PublishedRules;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The published rules, compiled once and kept: deciding then takes microseconds. Thread-safe;
 * forgets which rules hold on a day whenever something is published.
 */
public class PublishedRouters {

  /**
   * Rules ready to decide.
   *
   * @param rules as published
   * @param router decides by them
   */
  public record Published(PublishedRules rules, LeadRouter router) {

    /** The rules as they were compiled. */
    public RuleSet ruleSet() {
      return router.lookup().rules();
    }

    /** By whose values they decide accounts of a family. */
    public FamilyPolicy families() {
      return rules.families();
    }

    /** The rule that decides an account, by its own values or by those of whom it follows. */
    public Optional<Rule> findRule(LedgerSubject account) {
      return router.findRule(account.attributes(families()));
    }

    /** The fields beside the standard ones that they ask about. */
    public FurtherFields fields() {
      return FurtherFields.declaredBy(List.of(ruleSet()));
    }

    /** The territory of a code as published. */
    public Optional<ScenarioTerritory> findTerritory(String code) {
      return rules.territories().stream()
          .filter(territory -> territory.code().value().equals(code))
          .findFirst();
    }
  }

  /** Days whose rules are remembered: those to come and a while back, of a few layers. */
  static final int MOST_DAYS = 1_000;

  private final Store store;
  private final Map<PublicationId, Published> compiled = new ConcurrentHashMap<>();
  private final Map<LayerDay, Optional<PublishedRules>> byDay =
      Collections.synchronizedMap(new LastAsked());

  private record LayerDay(LayerId layer, LocalDate day) {}

  /** What was asked for last: anybody may ask about any day. */
  private static final class LastAsked extends LinkedHashMap<LayerDay, Optional<PublishedRules>> {
    private static final long serialVersionUID = 1L;

    LastAsked() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<LayerDay, Optional<PublishedRules>> eldest) {
      return size() > MOST_DAYS;
    }
  }

  /** Rules published in a store. */
  public PublishedRouters(Store store) {
    this.store = store;
  }

  /**
   * The layer of a code.
   *
   * @throws ProblemException when there is none
   */
  public Layer getLayer(String code) {
    return store.plans().layers().stream()
        .filter(layer -> layer.code().equals(code))
        .findFirst()
        .orElseThrow(() -> ProblemException.of(new ServerProblem.NotFound("layer", code)));
  }

  /** The rules that hold in a layer on a day, if any. */
  public Optional<Published> findOn(LayerId layer, LocalDate day) {
    return byDay
        .computeIfAbsent(
            new LayerDay(layer, day), key -> store.publications().rulesOn(key.layer(), key.day()))
        .map(this::compile);
  }

  /** The fields that the rules ask about which hold on a day or later, in any layer. */
  public FurtherFields fieldsFrom(LocalDate day) {
    List<RuleSet> rules = new ArrayList<>();
    for (Layer layer : store.plans().layers()) {
      Optional<Published> next = findOn(layer.id(), day);
      while (next.isPresent()) {
        rules.add(next.get().ruleSet());
        LocalDate until = next.get().rules().until();
        next = until == null ? Optional.empty() : findOn(layer.id(), until);
      }
    }
    return FurtherFields.declaredBy(rules);
  }

  /** How many days are remembered. */
  int rememberedDays() {
    return byDay.size();
  }

  /**
   * The rules that hold in a layer on a day.
   *
   * @throws ProblemException when none do
   */
  public Published getOn(LayerId layer, LocalDate day) {
    return findOn(layer, day)
        .orElseThrow(() -> ProblemException.of(new ServerProblem.NothingPublished(day)));
  }

  /** The rules that hold for new business on a day, if any. */
  public Optional<Published> findOn(LocalDate day) {
    return findOn(LayerId.NEW_BUSINESS, day);
  }

  /**
   * The rules that hold for new business on a day.
   *
   * @throws ProblemException when none do
   */
  public Published getOn(LocalDate day) {
    return getOn(LayerId.NEW_BUSINESS, day);
  }

  /** The rules of a publication. */
  public Optional<Published> find(PublicationId id) {
    Published known = compiled.get(id);
    return known != null ? Optional.of(known) : store.publications().rules(id).map(this::compile);
  }

  /** Notes that something was published. */
  public void changed() {
    byDay.clear();
  }

  private Published compile(PublishedRules rules) {
    PublicationId id = rules.publication().id();
    Published known = compiled.get(id);
    // What holds until when may change by a later publication; the compiled form does not.
    if (known != null && known.rules.equals(rules)) {
      return known;
    }
    Published fresh = known == null ? compileAnew(rules) : new Published(rules, known.router);
    compiled.put(id, fresh);
    return fresh;
  }

  private static Published compileAnew(PublishedRules rules) {
    Source source = new Source("published", rules.text());
    // The areas were checked when it was published; the tree of a later atlas may differ.
    Compilation compilation =
        RuleCompiler.withoutAreas(Dimensions.STANDARD).compile(List.of(source));
    return switch (compilation) {
      case Compilation.Compiled ready -> new Published(rules, new LeadRouter(ready.lookup()));
      case Compilation.Rejected rejected -> throw new ProblemException(rejected.problems());
    };
  }
}
