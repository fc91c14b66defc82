package bailiwick.intake.generate;

import bailiwick.intake.generate.Roles.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A representative of the demo. Immutable.
 *
 * @param id such as {@code R07}
 * @param leftOn first day no longer here, null while here
 * @param rampShare share of a full load that the person can carry
 * @param effort contacts made, 1 for usual
 */
record Person(
    String id,
    String name,
    String email,
    List<String> skills,
    LocalDate startedOn,
    @Nullable LocalDate leftOn,
    double rampShare,
    double effort) {

  private static final List<String> FIRST_NAMES =
      List.of(
          "Amara",
          "Benjamin",
          "Camila",
          "Daniel",
          "Elena",
          "Felix",
          "Grace",
          "Hassan",
          "Imani",
          "Jonah",
          "Keiko",
          "Liam",
          "Mariana",
          "Nathan",
          "Olivia",
          "Priya",
          "Quentin",
          "Rosa",
          "Samuel",
          "Tamara",
          "Umar",
          "Valerie",
          "Wesley",
          "Ximena",
          "Yusuf",
          "Zoe",
          "Andre",
          "Bianca",
          "Caleb",
          "Denise",
          "Elijah",
          "Fatima",
          "Gavin",
          "Hannah",
          "Isaac",
          "Jade",
          "Kendra",
          "Lucas",
          "Monica",
          "Noah",
          "Paige",
          "Rafael",
          "Sienna",
          "Theo",
          "Vanessa");

  private static final List<String> LAST_NAMES =
      List.of(
          "Abbott",
          "Banerjee",
          "Castillo",
          "Delgado",
          "Ellison",
          "Fischer",
          "Garner",
          "Huang",
          "Ibrahim",
          "Jefferson",
          "Kowalski",
          "Lindqvist",
          "Morales",
          "Nakamura",
          "Okafor",
          "Patel",
          "Quinn",
          "Reyes",
          "Schaefer",
          "Tran",
          "Underwood",
          "Vasquez",
          "Whitaker",
          "Xiong",
          "Young",
          "Zimmerman",
          "Ashford",
          "Brennan",
          "Caldwell",
          "Donnelly",
          "Espinoza",
          "Fitzgerald",
          "Goldberg",
          "Hartman",
          "Iverson",
          "Joyner",
          "Kaplan",
          "Lombardi",
          "McAllister",
          "Novak",
          "Osborne",
          "Prescott",
          "Ramsey",
          "Sullivan",
          "Thornton");

  private static final List<String> SKILLS =
      List.of("manufacturing", "health", "software", "finance", "retail", "logistics", "services");

  /** The person who works a territory. */
  static Person of(int territory, Roles roles, DemoSettings settings) {
    Draws draws = Draws.of(settings.seed(), Draws.Purpose.PERSON, territory);
    boolean beginner = roles.is(territory, Role.BEGINNER);
    String id = idOf(territory, settings.territories());
    String name = nameOf(territory, draws);
    return new Person(
        id,
        name,
        emailOf(name, id),
        skills(draws),
        settings.today().minusDays(beginner ? 70 : 250 + draws.below(2_800)),
        roles.is(territory, Role.LEFT) ? settings.today().minusDays(82) : null,
        beginner ? 0.35 : 1,
        effort(territory, roles, draws));
  }

  /** Codes as wide as the last one needs, so that they sort. */
  static String idOf(int territory, int territories) {
    return "R" + padded(territory + 1, territories);
  }

  /** A number with zeros in front, at least two digits. */
  static String padded(int number, int largest) {
    int width = Math.max(2, String.valueOf(largest).length());
    String digits = String.valueOf(number);
    return "0".repeat(width - digits.length()) + digits;
  }

  /** Different names for the first two thousand: both lists are walked at different paces. */
  private static String nameOf(int territory, Draws draws) {
    int first = territory % FIRST_NAMES.size();
    int last = (territory * 7 + territory / FIRST_NAMES.size() + 3) % LAST_NAMES.size();
    String middle = draws.happens(0.2) ? " " + (char) ('A' + draws.below(26)) + "." : "";
    return FIRST_NAMES.get(first) + middle + " " + LAST_NAMES.get(last);
  }

  private static String emailOf(String name, String id) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.substring(0, lower.indexOf(' '))
        + "."
        + lower.substring(lower.lastIndexOf(' ') + 1)
        + "."
        + id.toLowerCase(Locale.ROOT)
        + "@meridian-supply.example";
  }

  private static List<String> skills(Draws draws) {
    String first = draws.oneOf(SKILLS);
    String second = draws.oneOf(SKILLS);
    String size = draws.happens(0.3) ? "enterprise" : "mid-market";
    return first.equals(second) ? List.of(first, size) : List.of(first, second, size);
  }

  private static double effort(int territory, Roles roles, Draws draws) {
    return roles.is(territory, Role.UNTENDED) ? 0.15 : draws.between(0.8, 1.2);
  }
}
