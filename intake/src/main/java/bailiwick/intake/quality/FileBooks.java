package bailiwick.intake.quality;

import bailiwick.atlas.Atlas;
import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.roster.Representative;
import bailiwick.core.unit.UnitKind;
import bailiwick.intake.account.ImportedAccount;
import bailiwick.intake.deal.AccountActivity;
import bailiwick.intake.duplicate.DuplicatePair;
import bailiwick.intake.duplicate.DuplicateSearch;
import bailiwick.intake.duplicate.DuplicateSettings;
import bailiwick.intake.duplicate.Evidence;
import bailiwick.intake.duplicate.ListedAccount;
import bailiwick.intake.duplicate.ListedAccounts;
import bailiwick.intake.today.Today;
import bailiwick.intake.today.TodayBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Collects a company's files into books, with the territories as they are worked today. Not
 * thread-safe.
 */
public final class FileBooks {

  private final TodayBuilder today;
  private final List<ImportedAccount> accounts = new ArrayList<>();
  private final Map<String, LocalDate> lastContact = new HashMap<>(); // external id -> day

  /** Books of accounts placed with an atlas. */
  public FileBooks(Atlas atlas) {
    this.today = TodayBuilder.of(atlas, UnitKind.ACCOUNT, "");
  }

  /** Takes one more account. */
  public void add(ImportedAccount imported) {
    accounts.add(imported);
    today.add(imported.account());
  }

  /** Takes one more activity. */
  public void add(AccountActivity activity) {
    lastContact.merge(
        activity.accountExternalId(),
        activity.on(),
        (one, other) -> one.isAfter(other) ? one : other);
  }

  /**
   * The books as they stand on a day.
   *
   * @param leastScore possible duplicates below it are not looked for
   */
  public Books on(LocalDate day, Collection<Representative> roster, double leastScore) {
    Today drawn = today.build(roster, day);
    Map<AccountId, LocalDate> contacts = new HashMap<>();
    List<HeldAccount> held = new ArrayList<>();
    for (ImportedAccount imported : accounts) {
      Account account = imported.account();
      int territory = drawn.accountTerritory().getOrDefault(account.id(), HeldAccount.NOBODY);
      held.add(new HeldAccount(account, imported.row(), territory));
      LocalDate last = lastContact.get(account.externalId());
      if (last != null) {
        contacts.put(account.id(), last);
      }
    }
    List<Books.Territory> territories =
        drawn.territories().stream()
            .map(each -> new Books.Territory(each.code().value(), each.name(), 1))
            .toList();
    return new Books(held, territories, roster, contacts, pairs(held, leastScore), day);
  }

  /**
   * Looks for accounts that may be one.
   *
   * @param leastScore pairs below it are not told
   */
  public static List<LikelyPair> pairs(List<HeldAccount> accounts, double leastScore) {
    ListedAccounts listed = ListedAccounts.empty();
    accounts.forEach(held ->
        listed.add(ListedAccount.of(held.account(), held.account().id().toString(), held.row())));
    return DuplicateSearch.find(listed, DuplicateSettings.DEFAULT.withLeastScore(leastScore))
        .pairs()
        .stream()
        .map(FileBooks::pair)
        .toList();
  }

  private static LikelyPair pair(DuplicatePair pair) {
    return new LikelyPair(
        new AccountId(UUID.fromString(pair.first().id())),
        new AccountId(UUID.fromString(pair.second().id())),
        pair.score(),
        pair.evidence().stream().map(Evidence::text).collect(Collectors.joining("; ")));
  }
}
