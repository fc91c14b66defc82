package bailiwick.server.quality;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.roster.Representative;
import bailiwick.intake.quality.Books;
import bailiwick.intake.quality.HeldAccount;
import bailiwick.intake.quality.JudgedAccounts;
import bailiwick.intake.quality.Known;
import bailiwick.intake.quality.LikelyPair;
import bailiwick.intake.quality.QualityReport;
import bailiwick.intake.quality.QualitySettings;
import bailiwick.server.duplicate.EvidenceText;
import bailiwick.store.Store;
import bailiwick.store.account.StoredAccount;
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
import tools.jackson.databind.json.JsonMapper;

/** Makes reports of what a store holds. Stateless. */
public final class StoreBooks {

  /** The same data gives the same limits. */
  private static final long SEED = 1;

  /** Territories that a refusal names. */
  private static final int WORST = 3;

  /** Amounts that a model in force works out. */
  private static final Set<String> OF_MODEL = Set.of("potential", "workload");

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

  /**
   * Judges the accounts of a store as they stand: the expensive part of a report, and the same for
   * every scenario. Possible duplicates are the pairs that the last search kept and that nobody has
   * decided about; there are none before the first search.
   */
  static JudgedAccounts judge(Store store, QualityLimits limits, LocalDate on) {
    List<Representative> roster =
        store.representatives().list().stream().map(StoredRepresentative::representative).toList();
    List<LikelyPair> pairs = new ArrayList<>();
    JsonMapper json = JsonMapper.shared();
    store
        .duplicates()
        .forEachOpen(
            limits.leastScore(),
            pair ->
                pairs.add(
                    new LikelyPair(
                        pair.first(),
                        pair.second(),
                        pair.score(),
                        EvidenceText.words(pair.evidence(), json))));
    return JudgedAccounts.judge(
        taker ->
            store
                .accounts()
                .forEach(stored ->
                    taker.accept(new HeldAccount(counting(stored), 0, HeldAccount.NOBODY))),
        new Known(roster, store.measures().lastContacts(), pairs, on),
        settings(limits));
  }

  /**
   * What counts of an account: where a model in force says its potential and workload, what is
   * known against those of its file holds no longer.
   */
  private static Account counting(StoredAccount stored) {
    Account account = stored.account();
    return stored.modelled() ? account.withUpkeep(account.upkeep().given(OF_MODEL)) : account;
  }

  /** Reports on judged accounts as some territories hold them. */
  static QualityReport report(
      JudgedAccounts judged,
      List<ScenarioTerritory> territories,
      ToIntFunction<AccountId> territory) {
    return judged.report(
        territories.stream()
            .map(each -> new Books.Territory(each.code().value(), each.name(), each.share()))
            .toList(),
        judged.territories(territory),
        SEED);
  }

  /**
   * How doubtful the accounts are that a publication decides; not looked at where the company sets
   * no limit.
   *
   * @param territory number of the territory that an account will have
   * @param effectiveFrom first day of the publication, to which ages are counted
   */
  public static DataDoubt doubt(
      Store store,
      ToIntFunction<AccountId> territory,
      List<ScenarioTerritory> territories,
      LocalDate effectiveFrom) {
    QualityLimits limits = limits(store);
    return limits.mostDoubtfulShare() == null
        ? DataDoubt.UNKNOWN
        : doubt(report(judge(store, limits, effectiveFrom), territories, territory));
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
