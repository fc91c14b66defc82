package bailiwick.intake.brief;

import bailiwick.core.unit.LonLat;
import bailiwick.intake.brief.DesignBrief.Territory;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads which territories a brief asks for; what it leaves out is as in the plan. */
final class TerritoriesReader {

  private static final List<String> FIELDS = List.of("code", "name", "share", "home", "timeZone");

  private final BriefFields fields;
  private final BriefFrame frame;
  private final Map<String, ZoneId> timeZones = new HashMap<>(); // by code

  TerritoriesReader(BriefFields fields, BriefFrame frame) {
    this.fields = fields;
    this.frame = frame;
  }

  List<Territory> read(JsonNode brief) {
    boolean keepHomes = fields.flag(brief, "", "keepHomes", false);
    if (keepHomes && !frame.isOfPlan()) {
      fields.wrong("/keepHomes", "true", "false where no plan knows homes: write each as `home`");
    }
    JsonNode node = brief.path("territories");
    String expected =
        "a whole number from 1 to %s, or a list of territories".formatted(frame.mostTerritories());
    if (node.isMissingNode() && brief.has(BriefModes.NUMBER)) {
      return List.of(); // as many as suit
    }
    if (node.isMissingNode() && !frame.territories().isEmpty()) {
      return own(keepHomes);
    }
    if (node.isMissingNode() && brief.has(BriefModes.CHANGE)) {
      return List.of(); // today's
    }
    if (node.isMissingNode()) {
      fields.add(new BriefProblem.MissingField("/territories", expected));
    } else if (node.isIntegralNumber() && node.canConvertToInt() && isPossible(node.asInt())) {
      return node.asInt() == frame.territories().size()
          ? own(keepHomes)
          : DesignBrief.equalTerritories(node.asInt());
    } else if (node.isArray() && isPossible(node.size())) {
      List<Territory> listed = listed(node, "/territories", keepHomes);
      return listed.isEmpty() ? DesignBrief.equalTerritories(1) : listed;
    } else {
      fields.wrong("/territories", BriefFields.shown(node), expected);
    }
    return DesignBrief.equalTerritories(1);
  }

  /** The time zones of the territories read so far that tell one, by code. */
  Map<String, ZoneId> timeZones() {
    return timeZones;
  }

  private boolean isPossible(int count) {
    return count >= 1 && count <= frame.mostTerritories();
  }

  private List<Territory> own(boolean keepHomes) {
    return frame.territories().stream().map(one -> keepHomes ? one : one.withHome(null)).toList();
  }

  /** New territories that are told one by one. */
  List<Territory> added(JsonNode list, String at) {
    if (!list.isArray() || list.isEmpty()) {
      fields.wrong(at, BriefFields.shown(list), "a list of territories");
      return List.of();
    }
    return listed(list, at, false);
  }

  private List<Territory> listed(JsonNode list, String at, boolean keepHomes) {
    List<Territory> territories = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (int k = 0; k < list.size(); k++) {
      String pointer = at + "/" + k;
      JsonNode item = list.get(k);
      if (!item.isObject()) {
        fields.wrong(pointer, BriefFields.shown(item), "an object with code, name, share and home");
        continue;
      }
      fields.requireKnown(item, pointer, FIELDS);
      String code = fields.name(item, pointer, "code", "");
      if (!item.has("code")) {
        fields.add(new BriefProblem.MissingField(pointer + "/code", "the territory's code"));
      } else if (!code.isBlank() && !codes.add(code)) {
        fields.add(new BriefProblem.TerritoryTwice(pointer + "/code", code));
      }
      territories.add(territory(item, pointer, code, keepHomes));
    }
    return territories;
  }

  /** A territory, as it is in the plan unless something else is said of it. */
  private Territory territory(JsonNode item, String pointer, String code, boolean keepHomes) {
    ZoneId zone = VisitsReader.timeZone(fields, item, pointer);
    if (zone != null) {
      timeZones.put(code, zone);
    }
    Territory usual = frame.findTerritory(code).orElse(new Territory(code, code, 1, null));
    return new Territory(
        code,
        fields.name(item, pointer, "name", usual.name()),
        share(item, pointer, usual.share()),
        item.has("home")
            ? home(item.path("home"), pointer + "/home")
            : keepHomes ? usual.home() : null);
  }

  /** The field {@code share}: a part of a full territory, or several. */
  double share(JsonNode item, String pointer, double usual) {
    return fields.number(item, pointer, "share", usual, 0.001, 10, "a number from 0.001 to 10");
  }

  private @Nullable LonLat home(JsonNode node, String pointer) {
    return node.isNull() ? null : fields.place(node, pointer);
  }
}
