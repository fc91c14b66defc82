package bailiwick.server.atlas;

import bailiwick.atlas.AreaLayer;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.server.problem.ServerProblem;
import bailiwick.store.Store;
import bailiwick.store.plan.Plan;
import bailiwick.store.plan.PlanId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The units of each plan with their places and neighbours. Thread-safe. */
public class PlanUnits {

  /**
   * What a plan divides.
   *
   * @param numbering as the plan was made with
   * @param points the place of each unit
   * @param graph which units touch
   * @param atlasVersion of the geography that they are read from, which may be newer than the plan
   */
  public record Ground(
      UnitNumbering numbering, List<LonLat> points, UnitGraph graph, String atlasVersion) {}

  private final Store store;
  private final Geography geography;
  private final Map<PlanId, Ground> grounds = new ConcurrentHashMap<>();

  /** Units of plans in a store, on the atlas. */
  public PlanUnits(Store store, Geography geography) {
    this.store = store;
    this.geography = geography;
  }

  /**
   * What a plan divides.
   *
   * @throws ProblemException when the atlas of today has other units than the plan's
   */
  public Ground get(Plan plan) {
    Ground known = grounds.get(plan.id());
    if (known == null) {
      known = read(plan);
      grounds.put(plan.id(), known);
    }
    return known;
  }

  private Ground read(Plan plan) {
    AreaLayer layer = geography.layer(plan.unitKind(), plan.country());
    UnitNumbering numbering = store.plans().units(plan.id());
    String version = geography.atlas().version(plan.country());
    if (!numbering.ids().equals(layer.numbering().ids())) {
      throw ProblemException.of(
          new ServerProblem.NotNow(
              "PLAN_ATLAS_CHANGED",
              "The plan `%s` was made with atlas %s, whose units differ from those of %s."
                  .formatted(plan.name(), plan.atlasVersion(), version),
              "Make a new plan from today's owners."));
    }
    return new Ground(layer.numbering(), layer.points(), layer.graph(), version);
  }
}
