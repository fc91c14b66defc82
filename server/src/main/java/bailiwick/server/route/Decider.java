package bailiwick.server.route;

import bailiwick.atlas.placing.Placed;
import bailiwick.atlas.placing.Repair;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.unit.LonLat;
import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.Decision;
import bailiwick.server.account.AccountPlacing;
import bailiwick.server.account.AccountWire.Owner;
import bailiwick.server.published.Explanation;
import bailiwick.server.published.PublishedRouters.Published;
import bailiwick.server.roster.Roster;
import bailiwick.server.route.RouteWire.DecisionView;
import bailiwick.server.route.RouteWire.NewLead;
import bailiwick.server.wire.Coordinates;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.LocalDate;
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
    Attributes asked = LeadAttributes.of(lead, placed.location().area(), published.fields());
    Subject subject = published.router().subject(asked);
    long begin = System.nanoTime();
    published.router().findTerritory(subject);
    double micros = (System.nanoTime() - begin) / NANOS_PER_MICRO;
    Decision decision = published.router().decide(subject);
    return view(decision, placed, published, on, micros);
  }

  private DecisionView view(
      Decision decision, Placed placed, Published published, LocalDate on, double micros) {
    Owner owner = decision.findTerritory().map(code -> owner(code, published)).orElse(null);
    Explanation explanation = Explanation.of(decision);
    return new DecisionView(
        owner,
        sentence(decision, owner),
        explanation.rule(),
        placed.location().precision(),
        Coordinates.of(placed.location().point()),
        placed.location().area(),
        placed.repairs().stream().map(Repair::sentence).toList(),
        explanation.trace(),
        explanation.otherwise(),
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

  Owner owner(TerritoryCode code, Published published) {
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
}
