package bailiwick.server.exception;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.account.AccountWire.Owner;
import bailiwick.server.account.Opportunities;
import bailiwick.server.account.OwnerBook;
import bailiwick.server.company.Today;
import bailiwick.server.exception.ExceptionWire.EndRequest;
import bailiwick.server.exception.ExceptionWire.ExceptionView;
import bailiwick.server.exception.ExceptionWire.NewExceptionRequest;
import bailiwick.server.exception.ExceptionWire.RateList;
import bailiwick.server.exception.ExceptionWire.RateView;
import bailiwick.server.exception.ExceptionWire.ReviewRequest;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.published.PublishedRouters;
import bailiwick.store.Store;
import bailiwick.store.exception.ExceptionId;
import bailiwick.store.exception.ExceptionKind;
import bailiwick.store.exception.ExceptionRate;
import bailiwick.store.exception.NewException;
import bailiwick.store.exception.OwnershipException;
import bailiwick.store.ledger.LedgerProblem;
import bailiwick.store.plan.LayerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes, ends and lists exceptions to the rules. Thread-safe. */
public class Exceptions {

  private final Store store;
  private final PublishedRouters routers;
  private final OwnerBook owners;
  private final Opportunities opportunities;
  private final Today today;

  /** Exceptions of a store. */
  public Exceptions(
      Store store,
      PublishedRouters routers,
      OwnerBook owners,
      Opportunities opportunities,
      Today today) {
    this.store = store;
    this.routers = routers;
    this.owners = owners;
    this.opportunities = opportunities;
    this.today = today;
  }

  ExceptionView make(String layer, NewExceptionRequest asked, String who) {
    LedgerProblem.requirePeriod(asked.from(), asked.until());
    LayerId id = routers.getLayer(layer).id();
    var exception =
        new NewException(
            routers.getOn(id, asked.from()).rules().publication().plan(),
            new AccountId(asked.accountId()),
            asked.kind(),
            owner(asked),
            asked.from(),
            asked.until(),
            asked.reviewOn(),
            asked.why(),
            who);
    OwnershipException made =
        store.inEdit(() -> {
          OwnershipException one = store.exceptions().make(exception);
          opportunities.decideOf(one.account());
          return one;
        });
    owners.changed(made.account());
    return view(made);
  }

  private static NewException.Owner owner(NewExceptionRequest asked) {
    String territory = orNull(asked.territory());
    UUID person = asked.representativeId();
    boolean held = asked.kind() == ExceptionKind.HELD;
    int given = (territory == null ? 0 : 1) + (person == null ? 0 : 1);
    if (given != (held ? 0 : 1)) {
      throw ProblemException.of(
          new ServerProblem.Field(
              "/territory",
              held
                  ? "and representativeId must be absent: the account stays where it is"
                  : "or representativeId must be given, and not both"));
    }
    if (territory != null) {
      return new NewException.Owner.OfTerritory(new TerritoryCode(territory));
    }
    return person == null
        ? new NewException.Owner.AsItIs()
        : new NewException.Owner.OfPerson(new RepresentativeId(person));
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  ExceptionView end(ExceptionId id, EndRequest asked, String who) {
    return changed(() -> store.exceptions().end(id, asked.on(), who, asked.why()));
  }

  ExceptionView review(ExceptionId id, ReviewRequest asked, String who) {
    return changed(
        () -> store.exceptions().review(id, asked.next(), today.date(), who, asked.why()));
  }

  private ExceptionView changed(Supplier<OwnershipException> change) {
    OwnershipException made =
        store.inEdit(() -> {
          OwnershipException one = change.get();
          opportunities.decideOf(one.account());
          return one;
        });
    owners.changed(made.account());
    return view(made);
  }

  List<ExceptionView> list(String layer, @Nullable LocalDate on) {
    LayerId id = routers.getLayer(layer).id();
    return store.exceptions().list().from(id, day(on)).stream().map(this::view).toList();
  }

  List<ExceptionView> of(AccountId account) {
    return store.exceptions().list().of(account).stream().map(this::view).toList();
  }

  RateList rates(String layer, @Nullable LocalDate on, int thresholdBasisPoints) {
    LayerId id = routers.getLayer(layer).id();
    return new RateList(
        thresholdBasisPoints,
        store.exceptions().list().rates(id, day(on)).stream()
            .map(rate -> view(rate, thresholdBasisPoints))
            .toList());
  }

  private LocalDate day(@Nullable LocalDate on) {
    return on == null ? today.date() : on;
  }

  private static RateView view(ExceptionRate rate, int thresholdBasisPoints) {
    return new RateView(
        rate.territory().value(),
        rate.accounts(),
        rate.in(),
        rate.out(),
        rate.basisPoints(),
        rate.liesAbove(thresholdBasisPoints)
            ? String.format(
                Locale.ROOT,
                "The model no longer fits %s: exceptions change %.1f %% of its accounts.",
                rate.territory(),
                rate.basisPoints() / 100.0)
            : null);
  }

  private ExceptionView view(OwnershipException exception) {
    TerritoryCode beneath = exception.beneath();
    Owner owner = exception.holdsOn(today.date()) ? owners.findOwner(exception.account()) : null;
    return new ExceptionView(
        exception.id().toString(),
        exception.account().toString(),
        exception.accountKey(),
        exception.accountName(),
        exception.kind(),
        exception.territory().value(),
        exception.territoryName(),
        owner == null ? null : owner.representativeName(),
        beneath == null ? null : beneath.value(),
        exception.from(),
        exception.until(),
        exception.reviewOn(),
        exception.isReviewDue(today.date()),
        exception.why(),
        exception.who(),
        exception.madeAt());
  }
}
