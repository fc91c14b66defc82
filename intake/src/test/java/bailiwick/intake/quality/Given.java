package bailiwick.intake.quality;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Location;
import bailiwick.core.account.Precision;
import bailiwick.core.account.Ties;
import bailiwick.core.account.Upkeep;
import bailiwick.core.account.Worth;
import bailiwick.core.roster.Representative;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.core.unit.LonLat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A small company, drawn account by account. */
final class Given {

  static final LocalDate TODAY = LocalDate.parse("2026-10-01");

  private final List<HeldAccount> accounts = new ArrayList<>();
  private final List<LikelyPair> pairs = new ArrayList<>();
  private final Map<AccountId, LocalDate> contacts = new HashMap<>();
  private final List<Representative> roster = new ArrayList<>();

  /** An account without any doubt: in a territory, with a potential. */
  Given account(String id, int territory, long potential) {
    return add(id, territory, potential, Precision.POSTCODE, "US/IL/17031/60614");
  }

  Given placed(String id, int territory, long potential, Precision precision, String area) {
    return add(id, territory, potential, precision, area);
  }

  private Given add(String id, int territory, long potential, Precision precision, String area) {
    accounts.add(
        new HeldAccount(
            new Account(
                AccountId.ofExternal("test", id),
                id,
                id,
                new Address("", "Chicago", "IL", "60614", "US"),
                new Location(
                    precision == Precision.NONE ? null : new LonLat(-87, 41), precision, area),
                new Firmographics("5415", OptionalLong.of(50), OptionalLong.empty(), "smb"),
                new Worth(potential * 100, 1_000, 0, 0),
                Ties.NONE,
                Upkeep.UNKNOWN,
                "Ada",
                territory < 0 ? "" : "T" + territory),
            accounts.size() + 1,
            territory));
    return this;
  }

  Given person(String name, @Nullable LocalDate leftOn) {
    roster.add(
        new Representative(
            RepresentativeId.ofExternal("test", name),
            name,
            name,
            "",
            null,
            List.of(),
            null,
            leftOn,
            1,
            0));
    return this;
  }

  Given pair(String first, String second, double score) {
    pairs.add(
        new LikelyPair(
            AccountId.ofExternal("test", first),
            AccountId.ofExternal("test", second),
            score,
            "same name"));
    return this;
  }

  Given contact(String id, LocalDate day) {
    contacts.put(AccountId.ofExternal("test", id), day);
    return this;
  }

  /** The last account with other particulars. */
  Given but(UnaryOperator<Account> change) {
    HeldAccount last = accounts.removeLast();
    accounts.add(new HeldAccount(change.apply(last.account()), last.row(), last.territory()));
    return this;
  }

  QualityReport report() {
    return report(QualitySettings.DEFAULT);
  }

  QualityReport report(QualitySettings settings) {
    List<Books.Territory> territories =
        List.of(new Books.Territory("T0", "North", 1), new Books.Territory("T1", "South", 1));
    return QualityCheck.report(
        new Books(accounts, territories, roster, contacts, pairs, TODAY), settings, 1);
  }

  /** The same account with other firmographics. */
  static Account firm(Account account, Firmographics firm) {
    return copy(account, firm, account.upkeep(), account.ownerKey());
  }

  static Account upkeep(Account account, Upkeep upkeep) {
    return copy(account, account.firmographics(), upkeep, account.ownerKey());
  }

  static Account owner(Account account, String owner) {
    return copy(account, account.firmographics(), account.upkeep(), owner);
  }

  private static Account copy(Account a, Firmographics firm, Upkeep upkeep, String owner) {
    return new Account(
        a.id(),
        a.externalId(),
        a.name(),
        a.address(),
        a.location(),
        firm,
        a.worth(),
        a.ties(),
        upkeep,
        owner,
        a.territoryKey());
  }
}
