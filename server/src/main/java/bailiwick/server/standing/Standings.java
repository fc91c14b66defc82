package bailiwick.server.standing;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.rules.syntax.Rule;
import bailiwick.server.account.Opportunities;
import bailiwick.server.company.Today;
import bailiwick.server.metrics.Metrics;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.standing.Standing.Difference;
import bailiwick.server.standing.Standing.Of;
import bailiwick.server.standing.StandingWire.DifferencePage;
import bailiwick.server.standing.StandingWire.DifferenceView;
import bailiwick.server.standing.StandingWire.LayerList;
import bailiwick.server.standing.StandingWire.LayerView;
import bailiwick.server.standing.StandingWire.StandingView;
import bailiwick.store.Store;
import bailiwick.store.database.Cursor;
import bailiwick.store.deal.DealId;
import bailiwick.store.lead.LeadId;
import bailiwick.store.lead.StoredLead;
import bailiwick.store.plan.Layer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells standing checks as JSON. Thread-safe. */
public class Standings {

  private final Store store;
  private final PublishedRouters routers;
  private final StandingCheck check;
  private final Today today;

  /** Checks of a store. */
  public Standings(Store store, PublishedRouters routers, StandingCheck check, Today today) {
    this.store = store;
    this.routers = routers;
    this.check = check;
    this.today = today;
  }

  /** Checks of a store that no server has open. */
  public static Standings of(Store store, Clock clock) {
    Today today = new Today(clock, store);
    PublishedRouters routers = new PublishedRouters(store);
    Opportunities opportunities = new Opportunities(store, routers, today);
    StandingCheck check = new StandingCheck(store, routers, opportunities, today, new Metrics());
    return new Standings(store, routers, check, today);
  }

  LayerList layers() {
    return new LayerList(store.plans().layers().stream().map(this::view).toList());
  }

  private LayerView view(Layer layer) {
    return new LayerView(
        layer.code(),
        layer.name(),
        routers
            .findOn(layer.id(), today.date())
            .map(published -> published.rules().publication().id().toString())
            .orElse(null));
  }

  /** Checks a layer, by its code, now. */
  public StandingView run(String layer) {
    return StandingView.of(check.run(routers.getLayer(layer)));
  }

  StandingView latest(String layer) {
    return StandingView.of(check.latest(routers.getLayer(layer)));
  }

  /**
   * A page of the newest check.
   *
   * @param lawful only those that are lawful, or only those that are not; all without
   */
  public DifferencePage differences(
      String layer,
      @Nullable Disagreement kind,
      @Nullable Boolean lawful,
      @Nullable String cursor,
      int limit) {
    Predicate<Difference> wanted =
        difference ->
            (kind == null || difference.kind() == kind)
                && (lawful == null || difference.kind().isLawful() == lawful);
    Cursor after = Cursor.read(cursor);
    List<Difference> rows =
        check.latest(routers.getLayer(layer)).differences().stream()
            .filter(wanted)
            .filter(difference -> isAfter(difference, after))
            .limit(limit + 1L)
            .toList();
    var page = Cursor.page(rows, limit, Standings::cursorOf);
    return new DifferencePage(page.items().stream().map(this::view).toList(), page.nextCursor());
  }

  /** Accounts come first, then leads, then opportunities, each by their ids. */
  private static Cursor cursorOf(Difference difference) {
    return new Cursor(difference.of().name(), difference.id());
  }

  private static boolean isAfter(Difference difference, Cursor after) {
    Cursor own = cursorOf(difference);
    int order = own.key().compareTo(after.key());
    return order > 0 || (order == 0 && compare(own.id(), after.id()) > 0);
  }

  /** As the database orders ids: by their bytes. */
  private static int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  private DifferenceView view(Difference difference) {
    return switch (difference.of()) {
      case ACCOUNT -> view(difference, new AccountId(difference.id()), null);
      case OPPORTUNITY ->
          store
              .deals()
              .find(new DealId(difference.id()), today.date())
              .map(deal -> view(difference, deal.account(), deal.externalId()))
              .orElseGet(() -> view(difference, null, "", null));
      case LEAD ->
          view(
              difference,
              null,
              store.leads().find(new LeadId(difference.id())).map(StoredLead::name).orElse(""),
              null);
    };
  }

  private DifferenceView view(Difference difference, AccountId id, @Nullable String opportunity) {
    Account account = store.accounts().getItself(id).account();
    return view(difference, account, account.name(), opportunity);
  }

  private static DifferenceView view(
      Difference difference, @Nullable Account account, String name, @Nullable String opportunity) {
    Rule rule = difference.rule();
    return new DifferenceView(
        difference.kind(),
        difference.kind().isLawful(),
        account == null ? null : account.id().toString(),
        account == null ? null : account.externalId(),
        name,
        opportunity,
        difference.of() == Of.LEAD ? difference.id().toString() : null,
        difference.kept().isEmpty() ? null : difference.kept(),
        difference.byRules().isEmpty() ? null : difference.byRules(),
        rule == null ? null : rule.id().value(),
        difference.sentence());
  }
}
