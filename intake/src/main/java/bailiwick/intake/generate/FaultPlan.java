package bailiwick.intake.generate;

import org.jspecify.annotations.Nullable;

/** Decides which accounts get which fault. Immutable and thread-safe. */
final class FaultPlan {

  /** From this potential on an account can be neglected. */
  private static final long NEGLECT_FROM_CENTS = 50_000_00;

  private final Terrain terrain;
  private final DemoSettings settings;

  FaultPlan(Terrain terrain, DemoSettings settings) {
    this.terrain = terrain;
    this.settings = settings;
  }

  /** Whether an account is written a second time under the next number. */
  boolean duplicates(long number) {
    return number > 0 && drawsDuplicate(number) && !drawsDuplicate(number - 1);
  }

  private boolean drawsDuplicate(long number) {
    return stream(number).happens(Fault.DUPLICATE.chance());
  }

  private Draws stream(long number) {
    return Draws.of(settings.seed(), Draws.Purpose.FAULT, number);
  }

  /** The fault of an account, null for most. */
  @Nullable Fault find(Profile profile) {
    if (duplicates(profile.number())) {
      return Fault.DUPLICATE;
    }
    Draws draws = stream(profile.number());
    draws.unit(); // spent on duplicates
    for (Fault fault : Fault.values()) {
      double drawn = draws.unit();
      if (fault != Fault.DUPLICATE && drawn < fault.chance() && canHit(fault, profile)) {
        return fault;
      }
    }
    return null;
  }

  private boolean canHit(Fault fault, Profile profile) {
    return switch (fault) {
      case ZERO_DROPPED -> terrain.zips().get(profile.zip()).code().startsWith("0");
      case NEGLECTED -> profile.potentialCents() >= NEGLECT_FROM_CENTS;
      case MISSING_POSTCODE, ONLY_STATE, STATE_CONTRADICTS_POSTCODE, DUPLICATE -> true;
      case OWNER_UNKNOWN, NO_OWNER, UNKNOWN_INDUSTRY, EMPLOYEES_OUT_OF_RANGE -> true;
    };
  }

  /** Draws for the wording of an account's fault. */
  Draws wording(long number) {
    Draws draws = Draws.of(settings.seed(), Draws.Purpose.FAULT, -1 - number);
    draws.unit();
    return draws;
  }
}
