package bailiwick.core.design;

import bailiwick.core.alignment.Alignment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where each unit may belong after locks, homes and eligibility have all had their say: a lock is
 * eligibility for one territory only. Immutable; owns its array.
 */
final class Belonging {

  private final int[] onlyOf; // [unit] -> the only territory it may belong to, or -1
  private final @Nullable Eligibility eligibility; // where that is -1; null for anything

  private Belonging(int[] onlyOf, @Nullable Eligibility eligibility) {
    this.onlyOf = onlyOf;
    this.eligibility = eligibility;
  }

  /**
   * Puts together what is asked.
   *
   * @param lockedTo {@code [unit] -> territory}, or -1
   * @param eligibility null when nothing is asked
   * @param companions families, of which each unit may belong only where all may
   */
  static Belonging of(
      int[] lockedTo,
      List<TerritorySpec> territories,
      @Nullable Eligibility eligibility,
      Companions companions) {
    int[] onlyOf = lockedTo.clone();
    lockHomes(onlyOf, territories);
    lockFamilies(onlyOf, companions);
    return eligibility == null
        ? new Belonging(onlyOf, null)
        : narrowed(onlyOf, eligibility, companions);
  }

  /** Who is with a locked unit is locked; families torn by locks are left to be told. */
  private static void lockFamilies(int[] onlyOf, Companions companions) {
    for (int family = 0; family < companions.familyCount(); family++) {
      int only = Alignment.UNASSIGNED;
      for (int k = 0; k < companions.familySize(family); k++) {
        only = Math.max(only, onlyOf[companions.member(family, k)]);
      }
      for (int k = 0; k < companions.familySize(family); k++) {
        int unit = companions.member(family, k);
        onlyOf[unit] = onlyOf[unit] == Alignment.UNASSIGNED ? only : onlyOf[unit];
      }
    }
  }

  /** A home that is a unit stays with its territory; clashes are left for the optimiser to tell. */
  private static void lockHomes(int[] onlyOf, List<TerritorySpec> territories) {
    for (int t = 0; t < territories.size(); t++) {
      if (territories.get(t).centre() instanceof Centre.Home home
          && home.site() < onlyOf.length
          && onlyOf[home.site()] == Alignment.UNASSIGNED) {
        onlyOf[home.site()] = t;
      }
    }
  }

  private static Belonging narrowed(int[] onlyOf, Eligibility eligibility, Companions companions) {
    Eligibility.Builder builder = eligibility.toBuilder();
    for (int unit = 0; unit < onlyOf.length; unit++) {
      if (onlyOf[unit] >= 0) {
        builder.only(unit, onlyOf[unit]);
      }
    }
    for (int family = 0; family < companions.familyCount(); family++) {
      int first = companions.member(family, 0);
      for (int k = 1; k < companions.familySize(family); k++) {
        builder.where(first, companions.member(family, k));
      }
      for (int k = 1; k < companions.familySize(family); k++) {
        builder.where(companions.member(family, k), first);
      }
    }
    Eligibility narrow = builder.build();
    for (int unit = 0; unit < onlyOf.length; unit++) {
      onlyOf[unit] = narrow.onlyTerritory(unit);
    }
    return new Belonging(onlyOf, narrow);
  }

  /** The only territory a unit may belong to, -1 when there are several or none. */
  int onlyTerritory(int unit) {
    return onlyOf[unit];
  }

  /** Whether units are eligible for some territories only, locks and homes aside. */
  boolean isByEligibility() {
    return eligibility != null;
  }

  boolean allows(int unit, int territory) {
    int only = onlyOf[unit];
    return only < 0
        ? eligibility == null || eligibility.allows(unit, territory)
        : only == territory;
  }
}
