package bailiwick.intake.brief;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.PostcodeArea;
import bailiwick.core.design.Distances;
import bailiwick.core.design.GreatCircleDistances;
import bailiwick.core.design.MeetingHours;
import bailiwick.core.design.Preference;
import bailiwick.core.design.VisitDistances;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.Measure;
import bailiwick.intake.brief.BriefVisits.DecisionMakers;
import bailiwick.intake.brief.BriefVisits.Site;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a brief's units are visited, and in which hours. Not thread-safe. */
final class VisitedSites {

  /** The word for hours in common as a goal, and their name in reports. */
  static final String TIME_ZONE_OVERLAP = "timeZoneOverlap";

  private final DesignBrief brief;
  private final UnitAmounts amounts;
  private final List<LonLat> points; // [unit]
  private final Atlas atlas;
  private final SortedMap<Integer, List<Met>> metOf =
      new TreeMap<>(); // unit -> where, if not at its own
  private final Map<LonLat, ZoneId> zoneAt = new HashMap<>();

  /** A site of a unit, where it lies. */
  private record Met(LonLat point, Site site) {}

  /**
   * The sites of a brief.
   *
   * @param points the own place of each unit, by number
   * @param problems takes what is wrong with them
   */
  VisitedSites(
      DesignBrief brief,
      UnitAmounts amounts,
      List<LonLat> points,
      Atlas atlas,
      List<BriefProblem> problems) {
    this.brief = brief;
    this.amounts = amounts;
    this.points = points;
    this.atlas = atlas;
    List<DecisionMakers> all = brief.wishes().visits().decisionMakers();
    for (int k = 0; k < all.size(); k++) {
      String pointer = "/" + VisitsReader.DECISION_MAKERS + "/" + k;
      OptionalInt unit = amounts.units().findNumber(all.get(k).unit());
      if (unit.isPresent()) {
        metOf.put(unit.getAsInt(), met(unit.getAsInt(), all.get(k).sites(), pointer, problems));
      } else {
        problems.add(new BriefProblem.UnknownUnit(pointer + "/unit", all.get(k).unit().value()));
      }
    }
  }

  private List<Met> met(int unit, List<Site> sites, String pointer, List<BriefProblem> problems) {
    List<Met> met = new ArrayList<>();
    for (int k = 0; k < sites.size(); k++) {
      Site site = sites.get(k);
      LonLat point = point(unit, site);
      if (point == null) {
        problems.add(
            new BriefProblem.UnknownPostcode(
                "%s/sites/%s/postcode".formatted(pointer, k),
                String.valueOf(site.postcode()),
                brief.country()));
      } else if (site.weight() > 0) {
        met.add(new Met(point, site));
      }
    }
    return met;
  }

  /** Where a site lies; null when the atlas does not know its postcode. */
  private @Nullable LonLat point(int unit, Site site) {
    String postcode = site.postcode();
    if (postcode != null) {
      return atlas.findPostcode(brief.country(), postcode).map(PostcodeArea::point).orElse(null);
    }
    return site.place() == null ? points.get(unit) : site.place();
  }

  /**
   * Distances over the places where units are visited.
   *
   * @param sites the own places of the units, then the homes
   */
  Distances distances(List<LonLat> sites) {
    if (metOf.isEmpty()) {
      return GreatCircleDistances.of(sites);
    }
    List<LonLat> all = new ArrayList<>(sites);
    metOf.values().forEach(met -> met.forEach(one -> all.add(one.point())));
    VisitDistances.Builder visits =
        VisitDistances.builder(GreatCircleDistances.of(all), points.size(), sites.size());
    int place = sites.size();
    for (Map.Entry<Integer, List<Met>> entry : metOf.entrySet()) {
      for (Met met : entry.getValue()) {
        visits.visit(entry.getKey(), place++, met.site().weight(), met.site().remoteShare());
      }
    }
    return visits.build();
  }

  /** Codes of the territories of which nobody knows when they work. */
  List<String> withoutTimeZone() {
    return brief.territories().stream()
        .filter(territory -> timeZone(territory).isEmpty())
        .map(DesignBrief.Territory::code)
        .toList();
  }

  /** Where a territory's people work: as it says, else where they live. */
  private Optional<ZoneId> timeZone(DesignBrief.Territory territory) {
    BriefVisits visits = brief.wishes().visits();
    @Nullable ZoneId told = visits.timeZones().get(territory.code());
    @Nullable LonLat home =
        territory.home() == null ? visits.seats().get(territory.code()) : territory.home();
    return told != null ? Optional.of(told) : Optional.ofNullable(home).map(this::zoneAt);
  }

  private ZoneId zoneAt(LonLat point) {
    return zoneAt.computeIfAbsent(point, atlas::timeZoneAt);
  }

  /** Hours in common with every territory; asked only when the time zone of each is known. */
  MeetingHours hours() {
    List<ZoneId> zones =
        brief.territories().stream().map(one -> timeZone(one).orElseThrow()).toList();
    MeetingHours.Builder hours =
        MeetingHours.builder(brief.wishes().visits().day(), points.size(), zones);
    for (int unit = 0; unit < points.size(); unit++) {
      List<Met> met = metOf.getOrDefault(unit, List.of());
      if (met.isEmpty()) {
        hours.person(unit, 1, zoneAt(points.get(unit)));
      }
      for (Met one : met) {
        ZoneId told = one.site().timeZone();
        hours.person(unit, one.site().weight(), told == null ? zoneAt(one.point()) : told);
      }
    }
    return hours.build();
  }

  /** The hours that are missed, for each account; the amounts must tell how many a unit has. */
  Preference missedHours() {
    int measure = amounts.findMeasure(Measure.ACCOUNTS.name()).orElseThrow();
    return hours()
        .toPreference(
            TIME_ZONE_OVERLAP,
            Arrays.stream(amounts.amounts(measure))
                .mapToDouble(amounts.measures().get(measure)::toDecimal)
                .toArray());
  }
}
