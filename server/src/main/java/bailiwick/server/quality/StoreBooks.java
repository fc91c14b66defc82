package bailiwick.server.quality;

import bailiwick.core.account.AccountId;
import bailiwick.core.roster.Representative;
import bailiwick.intake.quality.Books;
import bailiwick.intake.quality.FileBooks;
import bailiwick.intake.quality.HeldAccount;
import bailiwick.intake.quality.LikelyPair;
import bailiwick.intake.quality.QualityCheck;
import bailiwick.intake.quality.QualityReport;
import bailiwick.intake.quality.QualitySettings;
import bailiwick.store.Store;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.quality.QualityLimits;
import bailiwick.store.roster.StoredRepresentative;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Makes reports of what a store holds. Stateless. */
public final class StoreBooks {

  /** The same data gives the same limits. */
  private static final long SEED = 1;

  /** Territories that a refusal names. */
  private static final int WORST = 3;

  private StoreBooks() {}

  /** The limits of a store, the usual ones before any are saved. */
  public static QualityLimits limits(Store store) {
    QualitySettings usual = QualitySettings.DEFAULT;
    return store
        .quality()
        .findLimits()
        .orElseGet(() ->
            new QualityLimits(
                usual.inactiveMonths(),
                usual.staleMonths(),
                usual.leastScore(),
                usual.mostDeviations(),
                null,
                0));
  }

  /** From when on something is doubtful by some limits. */
  static QualitySettings settings(QualityLimits limits) {
    return new QualitySettings(
        limits.inactiveMonths(),
        limits.staleMonths(),
        limits.leastScore(),
        limits.mostDeviations());
  }

  /** Every account of a store with its territory. */
  static List<HeldAccount> accounts(Store store, ToIntFunction<AccountId> territory) {
    List<HeldAccount> held = new ArrayList<>();
    store
        .accounts()
        .forEach(stored ->
            held.add(
                new HeldAccount(stored.account(), 0, territory.applyAsInt(stored.account().id()))));
    return held;
  }

  /** Reports on accounts held by some territories. */
  static QualityReport report(
      Store store,
      List<HeldAccount> accounts,
      List<ScenarioTerritory> territories,
      List<LikelyPair> pairs,
      LocalDate on) {
    List<Representative> roster =
        store.representatives().list().stream().map(StoredRepresentative::representative).toList();
    Books books =
        new Books(
            accounts,
            territories.stream()
                .map(each -> new Books.Territory(each.code().value(), each.name(), each.share()))
                .toList(),
            roster,
            store.measures().lastContacts(),
            undecided(store, pairs),
            on);
    return QualityCheck.report(books, settings(limits(store)), SEED);
  }

  /** Pairs that nobody has said are two companies. */
  private static List<LikelyPair> undecided(Store store, List<LikelyPair> pairs) {
    Set<Set<AccountId>> dismissed = store.duplicates().dismissed();
    return pairs.stream()
        .filter(pair -> !dismissed.contains(Set.of(pair.first(), pair.second())))
        .toList();
  }

  /**
   * How doubtful the accounts are that a publication decides; not looked at where the company sets
   * no limit.
   *
   * @param territory number of the territory that an account will have
   */
  public static DataDoubt doubt(
      Store store,
      ToIntFunction<AccountId> territory,
      List<ScenarioTerritory> territories,
      LocalDate on) {
    QualityLimits limits = limits(store);
    if (limits.mostDoubtfulShare() == null) {
      return DataDoubt.UNKNOWN;
    }
    List<HeldAccount> accounts = accounts(store, territory);
    return doubt(
        report(store, accounts, territories, FileBooks.pairs(accounts, limits.leastScore()), on));
  }

  /** What a report says of its doubt, in short. */
  static DataDoubt doubt(QualityReport report) {
    return new DataDoubt(
        OptionalDouble.of(report.all().doubtfulShare()),
        report.territories().stream()
            .filter(part -> part.number() != HeldAccount.NOBODY && part.doubtfulShare() > 0)
            .sorted(Comparator.comparingDouble(QualityReport.Part::doubtfulShare).reversed())
            .limit(WORST)
            .map(part -> new DataDoubt.OfTerritory(part.code(), part.doubtfulShare()))
            .toList());
  }
}
