package bailiwick.intake.brief;

import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitKind;
import bailiwick.intake.brief.DesignBrief.BalancedMeasure;
import bailiwick.intake.brief.DesignBrief.Territory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known before a brief is read: a brief need not say it, and may not contradict a plan.
 * Immutable.
 *
 * @param name of the scenario to make, where the brief says none
 * @param unitKind what is assigned whole; the brief may say another where there is no plan
 * @param country of the units, likewise
 * @param isOfPlan whether there is a plan, whose units, territories and homes are given
 * @param territories that the plan has; where there are none a brief must name its own
 * @param measures to be balanced where the brief says nothing of them
 * @param mostTerritories that a brief may ask for
 * @param seats where the people of territories are taken to work unless these have a home, by code
 */
public record BriefFrame(
    String name,
    UnitKind unitKind,
    String country,
    boolean isOfPlan,
    List<Territory> territories,
    List<BalancedMeasure> measures,
    int mostTerritories,
    Map<String, LonLat> seats) {

  /** As long as the name of a scenario, of a territory or of a preference may be. */
  public static final int LONGEST_NAME = 120;

  /** Nothing is known: the brief says it all. */
  public static final BriefFrame FILES =
      new BriefFrame(
          "Design", UnitKind.POSTCODE, "US", false, List.of(), List.of(), 100_000, Map.of());

  private static final List<BalancedMeasure> EVEN_POTENTIAL =
      List.of(new BalancedMeasure("potential", 0.10));

  public BriefFrame {
    territories = List.copyOf(territories);
    measures = List.copyOf(measures);
    seats = Map.copyOf(seats);
  }

  /**
   * A plan's territories with the homes of their seats, as far as these are known. Potential is
   * balanced within 10 % unless the brief says otherwise.
   *
   * @param territories with their homes, whether or not these are to be kept
   * @param mostTerritories that a brief may ask for
   */
  public static BriefFrame ofPlan(
      UnitKind unitKind, String country, List<Territory> territories, int mostTerritories) {
    return new BriefFrame(
        "Proposed",
        unitKind,
        country,
        true,
        territories,
        EVEN_POTENTIAL,
        mostTerritories,
        Map.of());
  }

  /** The same, where people are taken to work at these places unless they have a home, by code. */
  public BriefFrame withSeats(Map<String, LonLat> places) {
    return new BriefFrame(
        name, unitKind, country, isOfPlan, territories, measures, mostTerritories, places);
  }

  /** The plan's territory of that code. */
  Optional<Territory> findTerritory(String code) {
    return territories.stream().filter(one -> one.code().equals(code)).findFirst();
  }
}
