package bailiwick.intake.brief;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.optimize.change.Change;
import bailiwick.core.optimize.change.ChangeRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the optimiser's change of a brief's, and the brief for the territories that follow. */
public final class BriefChanges {

  private BriefChanges() {}

  /**
   * The change that a brief asks for, counted in accounts where the units have them.
   *
   * @param problem made of the brief by {@link DesignProblems}, homes of new territories included
   */
  public static ChangeRequest request(
      DesignBrief brief, BriefChange change, DesignProblem problem) {
    List<TerritorySpec> added =
        specs(change.newTerritories(brief.territories()), problem.unitCount() + homes(brief));
    Change asked =
        switch (change.kind()) {
          case BriefChange.Split split ->
              new Change.Split(new TerritoryCode(split.territory()), added);
          case BriefChange.Merge merge ->
              new Change.Merge(
                  codes(merge.ended()), new TerritoryCode(merge.into()), merge.share());
          case BriefChange.Remove remove -> new Change.Remove(codes(remove.ended()));
          case BriefChange.Add add -> new Change.Add(added);
        };
    return new ChangeRequest(asked, problem.measureOfMoves(), change.slack(), change.rebalanced());
  }

  private static int homes(DesignBrief brief) {
    return (int) brief.territories().stream().filter(each -> each.home() != null).count();
  }

  private static List<TerritorySpec> specs(List<DesignBrief.Territory> added, int firstSite) {
    List<TerritorySpec> specs = new ArrayList<>();
    int site = firstSite;
    for (DesignBrief.Territory each : added) {
      Centre centre = each.home() == null ? Centre.FREE : new Centre.Home(site++);
      specs.add(new TerritorySpec(new TerritoryCode(each.code()), each.share(), centre));
    }
    return specs;
  }

  private static List<TerritoryCode> codes(List<String> codes) {
    return codes.stream().map(TerritoryCode::new).toList();
  }

  /**
   * The brief as if it had asked for the territories that follow.
   *
   * @param problem of the territories that follow
   */
  public static DesignBrief after(DesignBrief brief, BriefChange change, DesignProblem problem) {
    Map<String, DesignBrief.Territory> known = new HashMap<>();
    brief.territories().forEach(each -> known.put(each.code(), each));
    change.newTerritories(brief.territories()).forEach(each -> known.put(each.code(), each));
    List<DesignBrief.Territory> all = new ArrayList<>();
    for (TerritorySpec spec : problem.territories()) {
      String code = spec.code().value();
      DesignBrief.Territory named = known.get(code);
      all.add(
          new DesignBrief.Territory(
              code,
              named == null ? code : named.name(),
              spec.share(),
              named == null ? null : named.home()));
    }
    return brief.withTerritories(all);
  }
}
