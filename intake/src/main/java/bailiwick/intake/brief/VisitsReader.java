package bailiwick.intake.brief;

import bailiwick.core.design.WorkingDay;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import bailiwick.intake.brief.BriefVisits.DecisionMakers;
import bailiwick.intake.brief.BriefVisits.Site;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads who decides at units and where they are met, and when people work. */
final class VisitsReader {

  static final String DECISION_MAKERS = "decisionMakers";
  static final String WORKING_DAY = "workingDay";

  private static final double LARGEST_WEIGHT = 1e9;
  private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final List<String> SITE_FIELDS =
      List.of("place", "postcode", "timeZone", "weight", "remoteShare");

  private final BriefFields fields;
  private final BriefFrame frame;

  VisitsReader(BriefFields fields, BriefFrame frame) {
    this.fields = fields;
    this.frame = frame;
  }

  BriefVisits visits(JsonNode tree, Map<String, ZoneId> timeZones) {
    Map<String, LonLat> seats = new HashMap<>();
    if (!areOthers(tree.path("territories"))) {
      seats.putAll(frame.seats());
      for (DesignBrief.Territory own : frame.territories()) {
        LonLat home = own.home();
        if (home != null) {
          seats.put(own.code(), home);
        }
      }
    }
    return new BriefVisits(decisionMakers(tree), day(tree), timeZones, seats);
  }

  /** Whether so many territories are asked for that they cannot be the plan's. */
  private boolean areOthers(JsonNode territories) {
    return territories.isNumber()
        && !(territories.canConvertToInt() && territories.asInt() == frame.territories().size());
  }

  private List<DecisionMakers> decisionMakers(JsonNode tree) {
    List<DecisionMakers> all = new ArrayList<>();
    Set<String> units = new HashSet<>();
    for (JsonNode item : fields.objects(tree, "", DECISION_MAKERS, "unit and sites")) {
      String pointer = "/" + DECISION_MAKERS + "/" + all.size();
      fields.requireKnown(item, pointer, List.of("unit", "sites"));
      String unit = fields.required(item, pointer, "unit");
      List<Site> sites = sites(item, pointer);
      if (item.path("unit").isString() && !units.add(unit)) {
        fields.add(new BriefProblem.UnitTwice(pointer + "/unit", unit));
      } else if (!sites.isEmpty() && sites.stream().allMatch(site -> site.weight() == 0)) {
        fields.add(new BriefProblem.NoWeight(pointer + "/sites", unit));
      }
      all.add(new DecisionMakers(new UnitId(unit), sites));
    }
    return all;
  }

  private List<Site> sites(JsonNode item, String pointer) {
    List<Site> sites = new ArrayList<>();
    String expected = "place or postcode, timeZone, weight and remoteShare";
    for (JsonNode site : fields.objects(item, pointer, "sites", expected)) {
      sites.add(site(site, pointer + "/sites/" + sites.size()));
    }
    if (sites.isEmpty()) {
      fields.add(new BriefProblem.MissingField(pointer + "/sites", "at least one site"));
    }
    return sites;
  }

  private Site site(JsonNode item, String pointer) {
    fields.requireKnown(item, pointer, SITE_FIELDS);
    if (item.has("place") && item.has("postcode")) {
      fields.wrong(pointer, BriefFields.shown(item), "an object with `place` or `postcode`");
    }
    return new Site(
        item.has("place") ? fields.place(item.path("place"), pointer + "/place") : null,
        item.has("postcode") ? fields.required(item, pointer, "postcode") : null,
        timeZone(fields, item, pointer),
        fields.number(item, pointer, "weight", 1, 0, LARGEST_WEIGHT, "a number from 0 to 1e9"),
        fields.number(item, pointer, "remoteShare", 0, 0, 1, "a ratio from 0 to 1"));
  }

  /** The field {@code timeZone}, null when it is absent or wrong. */
  static @Nullable ZoneId timeZone(BriefFields fields, JsonNode item, String pointer) {
    if (!item.has("timeZone")) {
      return null;
    }
    String name = fields.text(item, pointer, "timeZone", "");
    if (TIME_ZONES.contains(name)) {
      return ZoneId.of(name);
    }
    if (!name.isBlank()) {
      fields.add(new BriefProblem.UnknownTimeZone(pointer + "/timeZone", name));
    }
    return null;
  }

  private WorkingDay day(JsonNode tree) {
    JsonNode node = tree.path(WORKING_DAY);
    String pointer = "/" + WORKING_DAY;
    if (node.isMissingNode() || !fields.isObject(node, pointer, List.of("from", "to", "date"))) {
      return WorkingDay.USUAL;
    }
    LocalTime from =
        read(node, pointer, "from", VisitsReader::time, "a time such as \"09:00\"")
            .orElse(WorkingDay.USUAL.from());
    LocalTime to =
        read(node, pointer, "to", VisitsReader::time, "a time such as \"17:00\"")
            .orElse(WorkingDay.USUAL.to());
    Optional<LocalDate> date =
        read(node, pointer, "date", LocalDate::parse, "a date such as \"2027-01-15\"");
    if (!from.isBefore(to)) {
      fields.wrong(
          pointer,
          BriefFields.shown(node),
          "a day that begins before it ends, such as 09:00 to 17:00");
      return WorkingDay.USUAL;
    }
    return new WorkingDay(from, to, date);
  }

  private static LocalTime time(String text) {
    if (text.length() != "09:00".length()) {
      throw new DateTimeException("The time (%s) must have hours and minutes.".formatted(text));
    }
    return LocalTime.parse(text);
  }

  private <T> Optional<T> read(
      JsonNode node, String pointer, String field, Function<String, T> parse, String expected) {
    JsonNode told = node.path(field);
    if (told.isMissingNode()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(told.isString() ? told.stringValue() : ""));
    } catch (DateTimeException notOne) {
      fields.wrong(pointer + "/" + field, BriefFields.shown(told), expected);
      return Optional.empty();
    }
  }
}
