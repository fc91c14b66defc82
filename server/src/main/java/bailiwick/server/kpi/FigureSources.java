package bailiwick.server.kpi;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Worth;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.kpi.AccountFigures;
import bailiwick.kpi.KpiPeriod;
import bailiwick.server.kpi.KpiWire.KpiSource;
import bailiwick.store.Store;
import bailiwick.store.measure.Delivery;
import bailiwick.store.measure.DeliveryKind;
import bailiwick.store.measure.FigureDays;
import bailiwick.store.measure.Quota;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a day are made of: what was delivered, and otherwise the columns of the
 * accounts themselves. Figures are never of a later day than the oldest of the deliveries they rest
 * on, so that days nobody has told us of do not look like days on which nothing was sold.
 */
final class FigureSources {

  /** An account counts as covered when somebody was in touch with it in so many days. */
  private static final int COVERAGE_DAYS = 90;

  private static final String QUOTA_MEASURE = "revenue";

  private final Store store;
  private final Map<DeliveryKind, Delivery> delivered;
  private final KpiPeriod period;
  private final List<Quota> quotas;

  private FigureSources(Store store, Map<DeliveryKind, Delivery> delivered, KpiPeriod period) {
    this.store = store;
    this.delivered = delivered;
    this.period = period;
    this.quotas = store.measures().quotas(QUOTA_MEASURE, period.from(), period.to());
  }

  static FigureSources of(Store store, LocalDate on) {
    Map<DeliveryKind, Delivery> delivered = new EnumMap<>(DeliveryKind.class);
    store.measures().deliveries().forEach(one -> delivered.putIfAbsent(one.kind(), one));
    LocalDate asOf =
        delivered.values().stream()
            .filter(one -> one.kind().datesFigures())
            .map(Delivery::asOf)
            .filter(on::isAfter)
            .min(Comparator.naturalOrder())
            .orElse(on);
    KpiPeriod period =
        delivered.containsKey(DeliveryKind.REVENUE)
            ? fiscalYear(store, asOf)
            : KpiPeriod.whole(asOf.minusYears(1), asOf);
    return new FigureSources(store, delivered, period);
  }

  /** The company's year that holds the last day counted. */
  private static KpiPeriod fiscalYear(Store store, LocalDate asOf) {
    int month = store.company().find().map(one -> one.fiscalYearStartMonth()).orElse(1);
    LocalDate last = asOf.minusDays(1);
    LocalDate start = LocalDate.of(last.getYear(), month, 1);
    LocalDate from = start.isAfter(last) ? start.minusYears(1) : start;
    return new KpiPeriod(from, from.plusYears(1), asOf);
  }

  /** The days that revenue and quota are counted over. */
  KpiPeriod period() {
    return period;
  }

  /** The quotas delivered for the period. */
  List<Quota> quotas() {
    return quotas;
  }

  /** What every account adds. O(accounts). */
  List<AccountFigures> figures(Function<AccountId, @Nullable TerritoryCode> territoryOf) {
    LocalDate asOf = period.asOf();
    Map<AccountId, bailiwick.store.measure.AccountFigures> known =
        store
            .measures()
            .figures(
                new FigureDays(
                    period.from(), asOf.minusYears(1), asOf.minusDays(COVERAGE_DAYS), asOf));
    List<AccountFigures> figures = new ArrayList<>();
    store
        .accounts()
        .forEachWorth(account ->
            figures.add(
                figures(
                    account.worth(),
                    Optional.ofNullable(territoryOf.apply(account.id())),
                    known.getOrDefault(
                        account.id(), bailiwick.store.measure.AccountFigures.NONE))));
    return figures;
  }

  private AccountFigures figures(
      Worth worth,
      Optional<TerritoryCode> territory,
      bailiwick.store.measure.AccountFigures known) {
    boolean deals = has(DeliveryKind.OPPORTUNITIES);
    return new AccountFigures(
        territory,
        OptionalLong.of(worth.potentialCents()),
        OptionalLong.of(has(DeliveryKind.REVENUE) ? known.revenueCents() : worth.salesCents()),
        OptionalLong.of(deals ? known.openPipelineCents() : worth.pipelineCents()),
        deals ? OptionalLong.of(known.wonDeals()) : OptionalLong.empty(),
        deals ? OptionalLong.of(known.lostDeals()) : OptionalLong.empty(),
        has(DeliveryKind.ACTIVITIES) ? OptionalLong.of(known.contacts()) : OptionalLong.empty());
  }

  private boolean has(DeliveryKind kind) {
    return delivered.containsKey(kind);
  }

  /** Why figures are missing everywhere. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!has(DeliveryKind.OPPORTUNITIES)) {
      missing.add("No opportunities were loaded: there is no win rate.");
    }
    if (!has(DeliveryKind.ACTIVITIES)) {
      missing.add("No activities were loaded: there is no coverage.");
    }
    return missing;
  }

  /** Where each figure comes from. */
  List<KpiSource> told() {
    return List.of(
        undelivered("accounts", "ACCOUNTS", "The accounts."),
        undelivered("potential", "ACCOUNTS", "The accounts' potential."),
        source("revenue", DeliveryKind.REVENUE)
            .orElseGet(() ->
                undelivered(
                    "revenue",
                    "ACCOUNTS",
                    "The accounts' sales of the last twelve months; no revenue was loaded.")),
        source("pipeline", DeliveryKind.OPPORTUNITIES)
            .orElseGet(() ->
                undelivered(
                    "pipeline",
                    "ACCOUNTS",
                    "The accounts' pipeline; no opportunities were loaded.")),
        source("quota", DeliveryKind.QUOTAS)
            .filter(told -> !quotas.isEmpty())
            .orElseGet(() ->
                undelivered("quota", "REPRESENTATIVES", "The representatives' yearly quotas.")),
        source("winRate", DeliveryKind.OPPORTUNITIES)
            .orElseGet(
                () -> undelivered("winRate", "NONE", "Unknown: no opportunities were loaded.")),
        source("coverage", DeliveryKind.ACTIVITIES)
            .orElseGet(
                () -> undelivered("coverage", "NONE", "Unknown: no activities were loaded.")));
  }

  private static KpiSource undelivered(String figure, String origin, String sentence) {
    return new KpiSource(figure, origin, sentence, null, null);
  }

  private Optional<KpiSource> source(String figure, DeliveryKind kind) {
    return Optional.ofNullable(delivered.get(kind))
        .map(delivery ->
            new KpiSource(
                figure,
                kind.name(),
                "%s rows of `%s`.".formatted(delivery.rows(), delivery.file()),
                delivery.asOf(),
                delivery.loadedAt()));
  }
}
