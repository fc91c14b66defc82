package bailiwick.intake.generate;

import bailiwick.intake.generate.Roles.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes an account's profile, history and fault down as a row of {@code accounts.csv}. */
final class AccountRows {

  static final List<String> HEADER =
      List.of(
          "id",
          "name",
          "type",
          "street",
          "city",
          "region",
          "postcode",
          "country",
          "website",
          "industry",
          "employees",
          "annual_revenue",
          "segment",
          "potential",
          "workload_hours",
          "sales",
          "pipeline",
          "owner",
          "territory");

  /** Share of a predecessor's accounts that name the inheritor as owner. */
  private static final double INHERITED = 0.4;

  private static final List<String> NO_INDUSTRIES =
      List.of("Misc", "Other", "To be classified", "999999", "TBD");
  private static final List<String> NO_PEOPLE = List.of("R900", "R901", "sales@", "Import User");

  private final Terrain terrain;
  private final Roles roles;
  private final List<Person> people;
  private final FaultPlan faults;
  private final LocalDate today;

  AccountRows(
      Terrain terrain, Roles roles, List<Person> people, FaultPlan faults, LocalDate today) {
    this.terrain = terrain;
    this.roles = roles;
    this.people = people;
    this.faults = faults;
    this.today = today;
  }

  /** The cells of an account's row. */
  List<String> cells(Profile profile, History history, @Nullable Fault fault) {
    Draws wording = faults.wording(profile.number());
    Terrain.Zip zip = terrain.zips().get(profile.zip());
    boolean onlyState = fault == Fault.ONLY_STATE;
    return List.of(
        profile.id(),
        fault == Fault.DUPLICATE ? renamed(profile.name(), wording) : profile.name(),
        history.customer() ? "customer" : "prospect",
        onlyState ? "" : profile.street(),
        onlyState ? "" : zip.city(),
        fault == Fault.STATE_CONTRADICTS_POSTCODE ? otherRegion(zip, wording) : zip.region(),
        onlyState ? "" : postcode(zip, fault),
        "US",
        profile.website(),
        fault == Fault.UNKNOWN_INDUSTRY ? wording.oneOf(NO_INDUSTRIES) : profile.trade().naics(),
        fault == Fault.EMPLOYEES_OUT_OF_RANGE ? "-1" : String.valueOf(profile.employees()),
        decimal(profile.ownRevenueCents()),
        profile.band().word(),
        decimal(profile.potentialCents()),
        decimal(profile.workloadCentihours()),
        decimal(history.revenueCents(today.minusDays(365), today)),
        decimal(history.pipelineCents()),
        owner(profile, fault, wording),
        fault == Fault.NO_OWNER ? "" : territoryCode(profile.territory(), people.size()));
  }

  /** Code of a territory by its number. */
  static String territoryCode(int territory, int territories) {
    return "T" + Person.padded(territory + 1, territories);
  }

  /** Whether an account's owner is the inheritor and not its territory's representative. */
  boolean inherited(Profile profile) {
    boolean predecessors =
        roles.is(profile.territory(), Role.FIRST_PREDECESSOR)
            || roles.is(profile.territory(), Role.SECOND_PREDECESSOR);
    return predecessors && faults.wording(profile.number()).happens(INHERITED);
  }

  private String owner(Profile profile, @Nullable Fault fault, Draws wording) {
    if (fault == Fault.NO_OWNER) {
      return "";
    }
    if (fault == Fault.OWNER_UNKNOWN) {
      return wording.oneOf(NO_PEOPLE);
    }
    boolean inherited = inherited(profile) && roles.played(Role.SECOND_PREDECESSOR);
    int owner = inherited ? roles.territory(Role.INHERITOR) : profile.territory();
    return people.get(owner).id();
  }

  private static String postcode(Terrain.Zip zip, @Nullable Fault fault) {
    if (fault == Fault.MISSING_POSTCODE) {
      return "";
    }
    return fault == Fault.ZERO_DROPPED ? zip.code().substring(1) : zip.code();
  }

  private String otherRegion(Terrain.Zip zip, Draws wording) {
    String region = zip.region();
    while (region.equals(zip.region())) {
      region = terrain.zips().get(terrain.draw(wording)).region();
    }
    return region;
  }

  /** The same company as another hand would have typed it. */
  private static String renamed(String name, Draws wording) {
    return switch (wording.below(4)) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> name.contains(" & ") ? name.replace(" & ", " and ") : "The " + name;
      case 2 -> name.replaceAll(" (Inc|LLC|Co|Corp|Group)$", "") + ", Incorporated";
      default -> swapped(name, 1 + wording.below(Math.max(1, name.length() / 2)));
    };
  }

  /** Two neighbouring letters in the wrong order, from a position on the first two that differ. */
  private static String swapped(String name, int position) {
    for (int at = position; at < name.length() - 1; at++) {
      if (name.charAt(at) != name.charAt(at + 1)) {
        return name.substring(0, at)
            + name.charAt(at + 1)
            + name.charAt(at)
            + name.substring(at + 2);
      }
    }
    return name + ".";
  }

  /** Hundredths as a decimal number without needless zeros. */
  static String decimal(long hundredths) {
    return hundredths % 100 == 0
        ? String.valueOf(hundredths / 100)
        : BigDecimal.valueOf(hundredths, 2).toPlainString();
  }
}
