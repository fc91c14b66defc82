package bailiwick.intake.generate;

import bailiwick.intake.generate.Roles.Role;
import java.util.List;
import java.util.Locale;

/**
 * Draws accounts, each from a stream of its own. Immutable and thread-safe.
 *
 * <p>Employees are log-normal around the trade's median with a spread of 1.15, spend per employee
 * with one of 0.45. With the differences between trades the logarithm of the potential has a spread
 * near 1.65, for which the top fifth of accounts holds four fifths of the whole: for a log-normal
 * amount the share of the top fifth is 1 - Φ(0.84 - spread).
 */
final class Profiles {

  private static final double EMPLOYEE_SPREAD = 1.15;
  private static final double SPEND_SPREAD = 0.45;
  private static final double MEDIAN_SCALE = 1.1;
  private static final long MOST_EMPLOYEES = 250_000;
  private static final double RICH = 2.0;
  private static final double POOR = 0.5;

  private static final List<String> FIRST_WORDS =
      List.of(
          "Blue",
          "Summit",
          "Harbor",
          "Iron",
          "Cedar",
          "Lakeside",
          "Golden",
          "North",
          "Prairie",
          "Stone",
          "Silver",
          "Oak",
          "Eagle",
          "River",
          "Canyon",
          "Maple",
          "Pioneer",
          "Liberty",
          "Sterling",
          "Granite",
          "Evergreen",
          "Heritage",
          "Beacon",
          "Copper",
          "Willow",
          "Horizon",
          "Keystone",
          "Sierra",
          "Coastal",
          "Redwood",
          "Bluff",
          "Falcon",
          "Meadow",
          "Crescent",
          "Anchor",
          "Aspen",
          "Cardinal",
          "Delta",
          "Emerald",
          "Frontier");

  private static final List<String> SECOND_WORDS =
      List.of(
          "Ridge", "Point", "Valley", "Gate", "Field", "Creek", "Bridge", "Hill", "Grove", "Shore",
          "Crest", "Peak", "Brook", "Forge", "Landing", "Cross", "View", "Haven", "Rock", "Line",
          "Glen", "Bay", "Mill", "Park", "Trail", "Wood", "Spring", "Cape", "Bend", "Range");

  private static final List<String> FAMILIES =
      List.of(
          "Harlow",
          "Carter",
          "Holloway",
          "Bennett",
          "Mercer",
          "Dalton",
          "Whitfield",
          "Sandoval",
          "Okonkwo",
          "Petrov",
          "Nguyen",
          "Kessler",
          "Rivera",
          "Chandler",
          "Fontaine",
          "Gallagher",
          "Hendricks",
          "Ishikawa",
          "Jensen",
          "Kaminski",
          "Larkin",
          "Montoya",
          "Nielsen",
          "Ortega",
          "Parrish",
          "Quigley",
          "Rosenthal",
          "Stanton",
          "Trujillo",
          "Vaughn",
          "Winslow",
          "Yates",
          "Abernathy",
          "Boyd",
          "Coleman",
          "Dunlap",
          "Everett",
          "Farrell",
          "Goodwin",
          "Hastings");

  private static final List<String> ENDINGS = List.of("Inc", "LLC", "Co", "Group", "Corp", "");

  private static final List<String> STREETS =
      List.of(
          "Main St",
          "Oak Ave",
          "Industrial Blvd",
          "Commerce Dr",
          "2nd St",
          "Maple Ave",
          "Washington St",
          "Park Rd",
          "Airport Rd",
          "Market St",
          "Mill Rd",
          "Lincoln Ave",
          "Enterprise Way",
          "Center St",
          "Highland Ave",
          "River Rd",
          "Technology Dr",
          "Elm St");

  private final Terrain terrain;
  private final GrownTerritories territories;
  private final Roles roles;
  private final DemoSettings settings;
  private final double[] tradeWeights = Trade.cumulativeWeights();

  Profiles(Terrain terrain, GrownTerritories territories, Roles roles, DemoSettings settings) {
    this.terrain = terrain;
    this.territories = territories;
    this.roles = roles;
    this.settings = settings;
  }

  /** The account of a number, 0 for the first. */
  Profile draw(long number) {
    Draws draws = Draws.of(settings.seed(), Draws.Purpose.PROFILE, number);
    int zip = terrain.draw(draws);
    int territory = territories.territoryOf(zip);
    Trade trade = Trade.MARKET.get(draws.weighted(tradeWeights));
    long employees =
        Math.clamp(
            Math.round(draws.logNormal(trade.medianEmployees() * MEDIAN_SCALE, EMPLOYEE_SPREAD)),
            1,
            MOST_EMPLOYEES);
    Band band = Band.of(employees);
    String name = name(trade, draws);
    return new Profile(
        number,
        idOf(number),
        name,
        (1 + draws.below(9_800)) + " " + draws.oneOf(STREETS),
        website(name, number),
        zip,
        territory,
        trade,
        band,
        employees,
        wholeThousands(employees * draws.logNormal(trade.revenuePerEmployee(), 0.3)),
        potential(employees, trade, territory, draws),
        workload(band, draws));
  }

  /** Id of an account by its number: eight digits hold ten million. */
  static String idOf(long number) {
    String digits = String.valueOf(number + 1);
    return "A" + "0".repeat(8 - digits.length()) + digits;
  }

  private long potential(long employees, Trade trade, int territory, Draws draws) {
    double usd = employees * draws.logNormal(trade.spendPerEmployee(), SPEND_SPREAD);
    if (roles.is(territory, Role.RICH)) {
      usd *= RICH;
    } else if (roles.is(territory, Role.POOR)) {
      usd *= POOR;
    }
    return Math.max(1, Math.round(usd / 100)) * 100 * 100;
  }

  private static long workload(Band band, Draws draws) {
    return Math.max(1, Math.round(draws.logNormal(band.hoursPerYear(), 0.35) * 2)) * 50;
  }

  private static long wholeThousands(double usd) {
    return Math.max(1, Math.round(usd / 1_000)) * 1_000 * 100;
  }

  private static String name(Trade trade, Draws draws) {
    String first =
        switch (draws.below(3)) {
          case 0 -> draws.oneOf(FIRST_WORDS) + " " + draws.oneOf(SECOND_WORDS);
          case 1 -> draws.oneOf(FAMILIES) + " & " + draws.oneOf(FAMILIES);
          default -> draws.oneOf(FAMILIES) + " " + draws.oneOf(SECOND_WORDS);
        };
    String ending = draws.oneOf(ENDINGS);
    return first + " " + draws.oneOf(trade.nouns()) + (ending.isEmpty() ? "" : " " + ending);
  }

  private static String website(String name, long number) {
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return "www." + letters + Long.toString(number + 36, 36) + ".example";
  }
}
