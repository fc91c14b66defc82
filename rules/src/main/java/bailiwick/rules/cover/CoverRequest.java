package bailiwick.rules.cover;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to become a rule set.
 *
 * @param layer the coverage responsibility, such as {@code new-business}
 * @param version name of the version to be made
 * @param alignment territories of units
 * @param unitKind what the units are: {@link AreaKind#POSTCODE} or {@link AreaKind#COUNTY}
 * @param territoryNames as shown to people; a territory may lack one
 * @param named accounts held whatever their unit says, each once, by territories of the alignment
 * @param written rules that come before the areas
 */
public record CoverRequest(
    String layer,
    String version,
    Alignment alignment,
    AreaKind unitKind,
    Map<TerritoryCode, String> territoryNames,
    List<NamedAccount> named,
    WrittenRules written) {

  public CoverRequest {
    territoryNames = Map.copyOf(territoryNames);
    named = List.copyOf(named);
    Set<AccountId> accounts = new HashSet<>();
    for (NamedAccount account : named) {
      if (!accounts.add(account.account())) {
        throw new IllegalArgumentException(
            "The account (%s) is named twice.".formatted(account.account()));
      }
      if (!alignment.territories().contains(account.territory())) {
        throw new IllegalArgumentException(
            "The territory (%s) of the account (%s) is not in the alignment."
                .formatted(account.territory(), account.account()));
      }
    }
  }

  /** A request without written rules. */
  public CoverRequest(
      String layer,
      String version,
      Alignment alignment,
      AreaKind unitKind,
      Map<TerritoryCode, String> territoryNames,
      List<NamedAccount> named) {
    this(layer, version, alignment, unitKind, territoryNames, named, WrittenRules.NONE);
  }

  /** A copy with written rules. */
  public CoverRequest withWritten(WrittenRules rules) {
    return new CoverRequest(layer, version, alignment, unitKind, territoryNames, named, rules);
  }

  String nameOf(TerritoryCode territory) {
    return territoryNames.getOrDefault(territory, "");
  }
}
