package bailiwick.server.atlas;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.atlas.placing.AddressPlacer;
import bailiwick.core.account.Account;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitKind;
import bailiwick.server.problem.ServerProblem;
import bailiwick.store.account.AccountUnits;
import java.nio.file.Path;

/** The atlas as the server uses it. Thread-safe; each part is read when first asked for. */
public final class Geography {

  private final Atlas atlas;
  private final AddressPlacer placer;

  private Geography(Atlas atlas) {
    this.atlas = atlas;
    this.placer = new AddressPlacer(atlas);
  }

  /** The packaged atlas with the countries installed in a folder. */
  public static Geography open(Path installed) {
    return new Geography(Atlas.open(installed));
  }

  /** The atlas itself. */
  public Atlas atlas() {
    return atlas;
  }

  /** Places addresses. */
  public AddressPlacer placer() {
    return placer;
  }

  /**
   * The units of a kind in a country.
   *
   * @throws ProblemException when the atlas has none
   */
  public AreaLayer layer(UnitKind kind, String country) {
    requireCountry(country);
    return atlas.areas(kind, country);
  }

  /** The geography tree of a country. */
  public AreaTree tree(String country) {
    requireCountry(country);
    return atlas.tree(country);
  }

  private void requireCountry(String country) {
    if (!atlas.countries().contains(country)) {
      throw ProblemException.of(new ServerProblem.UnknownCountry(country));
    }
  }

  /** The units that hold an account, by where it was placed. */
  public AccountUnits unitsOf(Account account) {
    String[] keys = account.location().area().split("/", -1);
    if (keys.length < 3) {
      return AccountUnits.NONE;
    }
    String county = keys[2];
    if (keys.length < 4) {
      return new AccountUnits("", county);
    }
    return atlas
        .findPostcode(keys[0], keys[3])
        .map(area -> new AccountUnits(area.unit().value(), county))
        .orElse(new AccountUnits("", county));
  }
}
