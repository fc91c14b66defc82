package bailiwick.intake.generate;

import bailiwick.intake.generate.Roles.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the truth about what was planted. Stateless. */
final class Planting {

  private Planting() {}

  /** Notes what is wrong with one account. */
  static void tell(Truth truth, AccountRows rows, Profile profile, @Nullable Fault fault) {
    if (fault == Fault.DUPLICATE) {
      Map<String, Object> pair = new LinkedHashMap<>();
      pair.put("account", profile.id());
      pair.put("of", Profiles.idOf(profile.number() - 1));
      truth.add(fault.kind(), fault.meaning(), pair);
    } else if (fault != null) {
      truth.add(fault.kind(), fault.meaning(), Map.of("account", profile.id()));
    }
    boolean ownerReplaced = fault == Fault.NO_OWNER || fault == Fault.OWNER_UNKNOWN;
    if (!ownerReplaced && rows.inherited(profile)) {
      truth.add(
          "inherited-account",
          "The owner has the account from a predecessor and works another territory.",
          Map.of("account", profile.id()));
    }
  }

  /** Notes what is wrong with territories and the people who work them. */
  static void tell(
      Truth truth, Roles roles, GrownTerritories territories, TerritoryTotals totals, int count) {
    for (Role role : Role.values()) {
      int territory = roles.territory(role);
      if (territory >= 0) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("territory", AccountRows.territoryCode(territory, count));
        what.put("representative", Person.idOf(territory, count));
        what.put("accounts", totals.accounts(territory));
        what.put("potential", totals.potentialCents(territory) / 100);
        if (role == Role.TORN) {
          what.put("county", territories.tornCounty());
        }
        truth.add(kind(role), meaning(role), what);
      }
    }
  }

  private static String kind(Role role) {
    return switch (role) {
      case LEFT -> "owner-left";
      case CHERRY_PICKER -> "cherry-picker";
      case RICH, POOR -> "equal-counts-unequal-potential";
      case INHERITOR, FIRST_PREDECESSOR, SECOND_PREDECESSOR -> "inherited-lists";
      case TORN -> "torn-territory";
      case BEGINNER -> "ramping-with-full-load";
      case UNTENDED -> "few-contacts";
    };
  }

  private static String meaning(Role role) {
    return switch (role) {
      case LEFT -> "The representative left and still owns the territory's accounts.";
      case CHERRY_PICKER -> "The representative contacts small accounts and leaves large ones.";
      case RICH, POOR -> "Two territories with about as many accounts and unequal potential.";
      case INHERITOR, FIRST_PREDECESSOR, SECOND_PREDECESSOR ->
          "The first one's representative owns accounts of the other two as well.";
      case TORN -> "A county of the territory lies far from the rest of it.";
      case BEGINNER -> "The representative is new, ramps up and carries a full load.";
      case UNTENDED -> "The representative contacts few accounts.";
    };
  }
}
