package bailiwick.intake.brief;

import java.util.Optional;

/**
 * What else a brief wants than as many territories as it names, drawn from scratch.
 *
 * @param change of today's territories
 * @param number to be found of territories
 * @param districts of the territories
 */
public record BriefModes(
    Optional<BriefChange> change,
    Optional<BriefNumber> number,
    Optional<BriefDistricts> districts) {

  /** Territories as they are named, drawn from scratch. */
  public static final BriefModes NONE =
      new BriefModes(Optional.empty(), Optional.empty(), Optional.empty());
}
