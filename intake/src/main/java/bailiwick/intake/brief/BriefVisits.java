package bailiwick.intake.brief;

import bailiwick.core.design.WorkingDay;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who decides at units, where they are met, and when people work. Immutable.
 *
 * @param decisionMakers of units; one without any is met at its own place, in person
 * @param day in which hours in common are counted
 * @param timeZones that territories are said to work in, by code
 * @param seats where the people of the plan's territories work, by code, whether or not distances
 *     are measured from there: at home or, where nobody lives anywhere, at the territory's unit
 *     with most potential
 */
public record BriefVisits(
    List<DecisionMakers> decisionMakers,
    WorkingDay day,
    Map<String, ZoneId> timeZones,
    Map<String, LonLat> seats) {

  /** Everybody at their own place. */
  public static final BriefVisits NONE =
      new BriefVisits(List.of(), WorkingDay.USUAL, Map.of(), Map.of());

  public BriefVisits {
    decisionMakers = List.copyOf(decisionMakers);
    timeZones = Map.copyOf(timeZones);
    seats = Map.copyOf(seats);
  }

  /** Who decides at a unit. */
  public record DecisionMakers(UnitId unit, List<Site> sites) {
    public DecisionMakers {
      sites = List.copyOf(sites);
    }
  }

  /**
   * Where somebody who decides is met.
   *
   * @param place null where a postcode tells, or else for the unit's own place
   * @param postcode of the brief's country; null where the place is told or the unit's own
   * @param timeZone in which they work; null for that of the place
   * @param weight beside the unit's other sites, 0 or more
   * @param remoteShare part of the visits for which nobody travels, 0 to 1
   */
  public record Site(
      @Nullable LonLat place,
      @Nullable String postcode,
      @Nullable ZoneId timeZone,
      double weight,
      double remoteShare) {}
}
