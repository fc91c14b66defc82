package bailiwick.server.route;

import bailiwick.atlas.placing.Placed;
import bailiwick.atlas.placing.Repair;
import bailiwick.core.account.Firmographics;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.unit.LonLat;
import bailiwick.rules.decide.Decision;
import bailiwick.rules.decide.Lead;
import bailiwick.rules.decide.Trace;
import bailiwick.server.account.AccountPlacing;
import bailiwick.server.account.AccountWire.Owner;
import bailiwick.server.published.PublishedRouters.Published;
import bailiwick.server.roster.Roster;
import bailiwick.server.route.RouteWire.DecisionView;
import bailiwick.server.route.RouteWire.NewLead;
import bailiwick.server.route.RouteWire.TraceStep;
import bailiwick.server.wire.Coordinates;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places a lead, decides it by published rules and tells why. Thread-safe. */
public class Decider {

  private static final double NANOS_PER_MICRO = 1_000.0;

  private final AccountPlacing placing;
  private final Roster roster;

  /** Decides leads placed by an atlas. */
  public Decider(AccountPlacing placing, Roster roster) {
    this.placing = placing;
    this.roster = roster;
  }

  DecisionView decide(NewLead lead, Published published, LocalDate on) {
    LonLat point = lead.point() == null ? null : new LonLat(lead.point().lon(), lead.point().lat());
    Placed placed = placing.place(lead.address(), point);
    Firmographics firm =
        AccountPlacing.firmographics(
            lead.industry(), lead.employees(), lead.annualRevenue(), lead.segment());
    Lead asked = Lead.of(lead.company(), placed.repaired(), placed.location().area(), firm);
    long begin = System.nanoTime();
    published.lookup().findTerritory(asked.subject());
    double micros = (System.nanoTime() - begin) / NANOS_PER_MICRO;
    Decision decision = published.router().route(asked);
    return view(decision, placed, published, on, micros);
  }

  private DecisionView view(
      Decision decision, Placed placed, Published published, LocalDate on, double micros) {
    Owner owner = decision.findTerritory().map(code -> owner(code, published)).orElse(null);
    Trace trace = decision.trace();
    return new DecisionView(
        owner,
        sentence(decision, owner),
        decision instanceof Decision.Routed && !trace.held().isEmpty()
            ? trace.held().getFirst().condition().text()
            : null,
        placed.location().precision(),
        Coordinates.of(placed.location().point()),
        placed.location().area(),
        placed.repairs().stream().map(Repair::sentence).toList(),
        steps(decision),
        change(trace.change()),
        published.rules().publication().id().toString(),
        on,
        micros);
  }

  private static String sentence(Decision decision, @Nullable Owner owner) {
    if (owner == null || owner.representativeName() == null) {
      return decision.reason();
    }
    return decision.reason() + " " + owner.representativeName() + " serves it.";
  }

  private Owner owner(TerritoryCode code, Published published) {
    ScenarioTerritory territory = published.findTerritory(code.value()).orElse(null);
    if (territory == null) {
      return new Owner(code.value(), code.value(), null, null);
    }
    return new Owner(
        code.value(),
        territory.name(),
        territory.representative() == null ? null : territory.representative().toString(),
        roster.name(territory.representative()));
  }

  private static List<TraceStep> steps(Decision decision) {
    List<TraceStep> steps = new ArrayList<>();
    Trace trace = decision.trace();
    boolean routed = decision instanceof Decision.Routed;
    for (int k = 0; k < trace.held().size(); k++) {
      steps.add(step(trace.held().get(k), routed && k == 0));
    }
    for (Trace.RuleTrace rule : trace.nearest()) {
      steps.add(step(rule, false));
    }
    return steps;
  }

  private static TraceStep step(Trace.RuleTrace rule, boolean won) {
    return new TraceStep(
        rule.condition().text() + " → " + rule.territory(),
        rule.priority(),
        rule.territory().value(),
        rule.held(),
        won,
        why(rule, won));
  }

  private static String why(Trace.RuleTrace rule, boolean won) {
    String value = rule.condition().value();
    String given = value.isEmpty() ? "" : " (it is %s)".formatted(value);
    if (won) {
      return "Holds%s and has the best priority.".formatted(given);
    }
    return rule.held()
        ? "Holds%s, but a rule of better priority came first.".formatted(given)
        : "Does not hold%s.".formatted(given);
  }

  private static @Nullable String change(Trace.@Nullable Change change) {
    if (change == null) {
      return null;
    }
    String what =
        change.attributes().stream()
            .map(one -> "%s %s instead of %s".formatted(one.dimension(), one.to(), one.from()))
            .collect(Collectors.joining(" and "));
    return change.territory() == null
        ? "With %s it would go to nobody.".formatted(what)
        : "With %s it would go to %s.".formatted(what, change.territory());
  }
}
