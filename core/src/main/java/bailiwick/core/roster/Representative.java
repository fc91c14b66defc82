package bailiwick.core.roster;

import bailiwick.core.unit.LonLat;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who sells. Immutable.
 *
 * @param id internal identity
 * @param externalId the id in the system it came from
 * @param name as shown to people
 * @param email empty when unknown
 * @param home where the day starts, null when unknown
 * @param skills words such as {@code enterprise} or an industry's NAICS prefix
 * @param startedOn first day, null when unknown
 * @param leftOn first day no longer with the company, null while still there
 * @param rampShare share of a full load carried now, 0 to 1
 * @param quotaCents yearly quota in hundredths of the plan's currency, 0 or more
 */
public record Representative(
    RepresentativeId id,
    String externalId,
    String name,
    String email,
    @Nullable LonLat home,
    List<String> skills,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate leftOn,
    double rampShare,
    long quotaCents) {

  public Representative {
    skills = List.copyOf(skills);
    if (!(rampShare >= 0 && rampShare <= 1)) {
      throw new IllegalArgumentException(
          "The ramp share (%s) must lie from 0 to 1.".formatted(rampShare));
    }
  }

  /** Whether the person works for the company on a day. */
  public boolean isActiveOn(LocalDate day) {
    return (startedOn == null || !day.isBefore(startedOn))
        && (leftOn == null || day.isBefore(leftOn));
  }
}
