package bailiwick.server.exception;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.company.Today;
import bailiwick.server.exception.CreditWire.CreditView;
import bailiwick.server.exception.CreditWire.ShareView;
import bailiwick.server.exception.CreditWire.SplitRequest;
import bailiwick.server.published.PublishedRouters;
import bailiwick.store.Store;
import bailiwick.store.exception.CreditSplit;
import bailiwick.store.exception.NewSplit;
import bailiwick.store.ledger.LedgerProblem;
import bailiwick.store.ledger.LedgerRepository;
import bailiwick.store.ledger.Owner;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tells and shares the credit for accounts. Thread-safe. */
public class Credits {

  private final Store store;
  private final PublishedRouters routers;
  private final Today today;

  /** Credit in a store. */
  public Credits(Store store, PublishedRouters routers, Today today) {
    this.store = store;
    this.routers = routers;
    this.today = today;
  }

  CreditView get(
      String layer, AccountId account, @Nullable LocalDate on, @Nullable Instant knownAsOf) {
    LayerId of = routers.getLayer(layer).id();
    return read(
        account,
        of,
        on == null ? today.date() : on,
        knownAsOf == null ? LedgerRepository.NOW : knownAsOf);
  }

  /** As a split says, or else all of it for the owner. */
  private CreditView read(AccountId account, LayerId layer, LocalDate day, Instant knownAt) {
    store.accounts().get(account);
    return store
        .credits()
        .findOn(account, layer, day, knownAt)
        .map(Credits::view)
        .orElseGet(() ->
            new CreditView(
                false,
                null,
                null,
                store.ledger().ownerOn(account, layer, day, knownAt).stream()
                    .map(Credits::whole)
                    .toList(),
                null,
                null));
  }

  CreditView split(String layer, AccountId account, SplitRequest asked, String who) {
    LedgerProblem.requirePeriod(asked.from(), asked.until());
    LayerId of = routers.getLayer(layer).id();
    return view(
        store
            .credits()
            .split(
                new NewSplit(
                    plan(of, asked.from()),
                    account,
                    asked.from(),
                    asked.until(),
                    asked.shares().stream()
                        .map(part ->
                            new NewSplit.Part(
                                new TerritoryCode(part.territory()), part.basisPoints()))
                        .toList(),
                    asked.why(),
                    who)));
  }

  CreditView end(String layer, AccountId account, LocalDate on, String why, String who) {
    LedgerProblem.requirePeriod(on, null);
    LayerId of = routers.getLayer(layer).id();
    store.credits().end(plan(of, on), account, on, who, why);
    return read(account, of, on, LedgerRepository.NOW);
  }

  private PlanId plan(LayerId layer, LocalDate day) {
    return routers.getOn(layer, day).rules().publication().plan();
  }

  private static ShareView whole(Owner owner) {
    RepresentativeId person = owner.representative();
    return new ShareView(
        owner.entry().territory().value(),
        person == null ? null : person.toString(),
        person == null ? null : owner.representativeName(),
        CreditSplit.WHOLE);
  }

  private static CreditView view(CreditSplit split) {
    return new CreditView(
        true,
        split.from(),
        split.until(),
        split.shares().stream().map(Credits::view).toList(),
        split.why(),
        split.who());
  }

  private static ShareView view(CreditSplit.Share share) {
    RepresentativeId person = share.representative();
    return new ShareView(
        share.territory().value(),
        person == null ? null : person.toString(),
        person == null ? null : share.representativeName(),
        share.basisPoints());
  }
}
