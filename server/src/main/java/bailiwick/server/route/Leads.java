package bailiwick.server.route;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.account.AccountWire.Owner;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.published.PublishedRouters.Published;
import bailiwick.server.published.RuleDocument;
import bailiwick.server.route.RouteWire.DecisionRequest;
import bailiwick.server.route.RouteWire.DecisionView;
import bailiwick.server.route.RouteWire.LeadPage;
import bailiwick.server.route.RouteWire.LeadView;
import bailiwick.server.route.RouteWire.NewLead;
import bailiwick.server.route.RouteWire.RuleSetView;
import bailiwick.store.Store;
import bailiwick.store.database.Page;
import bailiwick.store.lead.StoredLead;
import bailiwick.store.plan.PlanId;
import bailiwick.store.publication.Publication;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Routes leads by the published rules and keeps each with its decision. Thread-safe. */
public class Leads {

  private final Store store;
  private final PublishedRouters routers;
  private final Decider decider;
  private final Today today;
  private final JsonMapper json;

  /** Leads kept in a store. */
  public Leads(
      Store store, PublishedRouters routers, Decider decider, Today today, JsonMapper json) {
    this.store = store;
    this.routers = routers;
    this.decider = decider;
    this.today = today;
    this.json = json;
  }

  LeadView route(NewLead lead, String who) {
    LocalDate on = today.date();
    Published rules = routers.getOn(on);
    DecisionView decision = decider.decide(lead, rules, on);
    Owner owner = decision.owner();
    StoredLead kept =
        store
            .leads()
            .create(
                new bailiwick.store.lead.NewLead(
                    lead.company(),
                    json.writeValueAsString(lead),
                    rules.rules().publication().id(),
                    owner == null ? null : new TerritoryCode(owner.territoryCode()),
                    owner == null || owner.representativeId() == null
                        ? null
                        : new RepresentativeId(UUID.fromString(owner.representativeId())),
                    json.writeValueAsString(decision),
                    who));
    return new LeadView(kept.id().toString(), kept.receivedAt(), lead, decision);
  }

  LeadPage list(@Nullable String cursor, int limit) {
    Page<StoredLead> page = store.leads().list(cursor, limit);
    return new LeadPage(page.items().stream().map(this::view).toList(), page.nextCursor());
  }

  private LeadView view(StoredLead kept) {
    return new LeadView(
        kept.id().toString(),
        kept.receivedAt(),
        json.readValue(kept.attributes(), NewLead.class),
        json.readValue(kept.trace(), DecisionView.class));
  }

  DecisionView decide(DecisionRequest request) {
    LocalDate on = request.on() == null ? today.date() : request.on();
    Published rules =
        request.planId() == null
            ? routers.getOn(on)
            : ofPlan(new PlanId(request.planId()), request.on());
    return decider.decide(request.lead(), rules, on);
  }

  RuleSetView rules(PlanId plan, @Nullable LocalDate on) {
    Published rules = ofPlan(plan, on);
    Publication publication = rules.rules().publication();
    return new RuleSetView(
        plan.toString(),
        publication.id().toString(),
        publication.effectiveFrom(),
        rules.rules().text(),
        RuleDocument.of(rules.ruleSet()).rules());
  }

  /** The plan's rules of a day; without one, those of the day it took or takes effect last. */
  private Published ofPlan(PlanId plan, @Nullable LocalDate on) {
    store.plans().get(plan);
    Optional<Publication> publication =
        store.publications().standing(plan).stream()
            .filter(one -> on == null || !one.effectiveFrom().isAfter(on))
            .max(
                Comparator.comparing(Publication::effectiveFrom)
                    .thenComparing(Publication::publishedAt));
    return publication
        .flatMap(one -> routers.find(one.id()))
        .orElseThrow(() ->
            ProblemException.of(
                new ServerProblem.NothingPublished(on == null ? today.date() : on)));
  }
}
