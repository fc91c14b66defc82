package bailiwick.rules.cover;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import java.util.List;
import java.util.Map;

/**
 * What is to become a rule set.
 *
 * @param layer the coverage responsibility, such as {@code new-business}
 * @param version name of the version to be made
 * @param alignment territories of units
 * @param unitKind what the units are: {@link AreaKind#POSTCODE} or {@link AreaKind#COUNTY}
 * @param territoryNames as shown to people; a territory may lack one
 * @param named accounts held whatever their unit says
 */
public record CoverRequest(
    String layer,
    String version,
    Alignment alignment,
    AreaKind unitKind,
    Map<TerritoryCode, String> territoryNames,
    List<NamedAccount> named) {

  public CoverRequest {
    territoryNames = Map.copyOf(territoryNames);
    named = List.copyOf(named);
  }
}
