package bailiwick.server.published;

import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.Source;
import bailiwick.server.problem.ServerProblem;
import bailiwick.store.Store;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.plan.LayerId;
import bailiwick.store.publication.PublishedRules;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.LocalDate;
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
   * @param lookup decides without explaining
   * @param router decides and explains
   */
  public record Published(PublishedRules rules, RuleLookup lookup, LeadRouter router) {

    /** The territory of a code as published. */
    public Optional<ScenarioTerritory> findTerritory(String code) {
      return rules.territories().stream()
          .filter(territory -> territory.code().value().equals(code))
          .findFirst();
    }
  }

  private final Store store;
  private final Map<PublicationId, Published> compiled = new ConcurrentHashMap<>();
  private final Map<LocalDate, Optional<PublishedRules>> byDay = new ConcurrentHashMap<>();

  /** Rules published in a store. */
  public PublishedRouters(Store store) {
    this.store = store;
  }

  /** The rules that hold on a day, if any. */
  public Optional<Published> findOn(LocalDate day) {
    return byDay
        .computeIfAbsent(day, key -> store.publications().rulesOn(LayerId.NEW_BUSINESS, key))
        .map(this::compile);
  }

  /**
   * The rules that hold on a day.
   *
   * @throws ProblemException when none do
   */
  public Published getOn(LocalDate day) {
    return findOn(day)
        .orElseThrow(() -> ProblemException.of(new ServerProblem.NothingPublished(day)));
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
    Published fresh =
        known == null ? compileAnew(rules) : new Published(rules, known.lookup, known.router);
    compiled.put(id, fresh);
    return fresh;
  }

  private static Published compileAnew(PublishedRules rules) {
    Source source = new Source("published", rules.text());
    // The areas were checked when it was published; the tree of a later atlas may differ.
    Compilation compilation =
        RuleCompiler.withoutAreas(Dimensions.STANDARD).compile(List.of(source));
    return switch (compilation) {
      case Compilation.Compiled ready ->
          new Published(rules, ready.lookup(), new LeadRouter(ready.lookup()));
      case Compilation.Rejected rejected -> throw new ProblemException(rejected.problems());
    };
  }
}
