package bailiwick.server.potential;

import bailiwick.core.account.AccountId;
import bailiwick.intake.potential.Deals;
import bailiwick.intake.potential.RatedModel;
import bailiwick.intake.potential.Terms;
import bailiwick.intake.potential.Traits;
import bailiwick.server.account.WorthRenewal;
import bailiwick.server.company.Today;
import bailiwick.store.Store;
import bailiwick.store.potential.EstimateInput;
import bailiwick.store.potential.KeptTerms;
import bailiwick.store.potential.ModelInForce;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works the model in force out anew, of all accounts or of one, and does nothing where what files
 * say counts. For whoever changes accounts, deals or revenue of a store. Thread-safe.
 */
public final class ModelRenewal implements WorthRenewal {

  private final Store store;
  private final Today today;
  private final ModelText texts;

  /** Renewal in a store. */
  public ModelRenewal(Store store, Today today, JsonMapper json) {
    this.store = store;
    this.today = today;
    this.texts = new ModelText(json);
  }

  /**
   * Works it out of all accounts after a load of accounts or figures, and learns its rates anew.
   * Nobody changes an account meanwhile: what is written rests on the accounts as they are. Not to
   * be called in a transaction that changed accounts.
   *
   * @return how many accounts changed
   */
  public long renew() {
    if (store.potential().findInForce().isEmpty()) {
      return 0;
    }
    return store.inTransaction(() -> {
      store.potential().holdAccounts();
      // Somebody may have switched it off since.
      return store.potential().findInForce().map(this::renew).orElse(0L);
    });
  }

  private long renew(ModelInForce before) {
    AccountColumns all = ReadAccounts.read(store, today.date());
    RatedModel rated = RatedModel.learn(texts.model(before), all);
    ModelInForce renewed =
        new ModelInForce(
            before.text(),
            before.modelVersion(),
            texts.rates(rated),
            before.appliedAt(),
            before.appliedBy(),
            store.now());
    return store.potential().renew(renewed, taker -> terms(rated, all, taker));
  }

  /** The rates stay as they were learnt last, or every account would change with one. */
  @Override
  public void renew(AccountId account) {
    Optional<ModelInForce> inForce = store.potential().findInForce();
    if (inForce.isEmpty()) {
      return;
    }
    RatedModel rated = texts.rated(inForce.get());
    LocalDate on = today.date();
    store
        .accounts()
        .find(account)
        .flatMap(stands ->
            store.potential().findInput(stands.account().id(), ReadAccounts.salesFrom(on), on))
        .ifPresent(
            input -> store.potential().renew(input.id(), kept(rated, rated.terms(traits(input)))));
  }

  private static Traits traits(EstimateInput input) {
    return new Traits(
        input.firmographics(),
        input.salesCents(),
        input.pipelineCents(),
        new Deals(input.won(), input.lost(), input.openCents()));
  }

  /** Hands on what a model says of each account. */
  static void terms(RatedModel rated, AccountColumns all, BiConsumer<AccountId, KeptTerms> taker) {
    for (int k = 0; k < all.size(); k++) {
      taker.accept(all.id(k), kept(rated, rated.terms(all.get(k))));
    }
  }

  private static KeptTerms kept(RatedModel rated, Terms terms) {
    return new KeptTerms(
        rated.model().segments().get(terms.segment()).name(),
        terms.spendCents(),
        terms.conversionCents(),
        terms.pipelineCents(),
        terms.growthCents(),
        terms.visitCentihours(),
        terms.callCentihours(),
        terms.restsOnUnknownSize());
  }
}
