package bailiwick.cli.design;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.PostcodeArea;
import bailiwick.core.account.Account;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import java.util.Optional;
import java.util.function.Function;

/** Finds the basic unit of a plan that holds an account. Immutable and thread-safe. */
public final class UnitOfAccount implements Function<Account, Optional<UnitId>> {

  private final Atlas atlas;
  private final UnitKind kind;
  private final String country;

  /** Finds units of one kind in one country. */
  public UnitOfAccount(Atlas atlas, UnitKind kind, String country) {
    this.atlas = atlas;
    this.kind = kind;
    this.country = country;
  }

  /** The unit, empty when the account lies in another country or is not placed closely enough. */
  @Override
  public Optional<UnitId> apply(Account account) {
    if (kind == UnitKind.ACCOUNT) {
      return Optional.of(new UnitId(account.externalId()));
    }
    String[] path = account.location().area().split("/", -1);
    if (!path[0].equals(country)) {
      return Optional.empty();
    }
    if (kind == UnitKind.COUNTY) {
      return path.length > 2 ? Optional.of(new UnitId(path[2])) : Optional.empty();
    }
    return path.length > 3
        ? atlas.findPostcode(country, path[3]).map(PostcodeArea::unit)
        : Optional.empty();
  }
}
