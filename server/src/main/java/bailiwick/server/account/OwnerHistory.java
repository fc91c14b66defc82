package bailiwick.server.account;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.account.AccountWire.AccountHistory;
import bailiwick.server.account.AccountWire.AccountTimeline;
import bailiwick.server.account.AccountWire.BroughtBack;
import bailiwick.server.account.AccountWire.HistoryRow;
import bailiwick.server.published.Explanation;
import bailiwick.store.Store;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.Change;
import bailiwick.store.ledger.LedgerEntry;
import bailiwick.store.ledger.LedgerRepository;
import bailiwick.store.ledger.Owner;
import bailiwick.store.ledger.OwnerSpan;
import bailiwick.store.plan.LayerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells from the ledger who owned an account when, and why. Thread-safe. */
public class OwnerHistory {

  private final Store store;
  private final Ownership ownership;

  /** History by the ledger of a store. */
  public OwnerHistory(Store store, Ownership ownership) {
    this.store = store;
    this.ownership = ownership;
  }

  /** The owner on a day, as known at an instant, or now when there is none. */
  AccountWire.Ownership ownership(Account account, LocalDate on, @Nullable Instant knownAsOf) {
    Optional<Owner> found =
        store.ledger().ownerOn(account.id(), LayerId.NEW_BUSINESS, on, orNow(knownAsOf));
    return found
        .map(owner -> ownership(account, on, owner))
        .orElseGet(() ->
            new AccountWire.Ownership(
                account.id().toString(),
                on,
                null,
                "Nobody owned it on that day.",
                null,
                null,
                null,
                null,
                null));
  }

  private AccountWire.Ownership ownership(Account account, LocalDate on, Owner owner) {
    LedgerEntry entry = owner.entry();
    Explanation explanation = ownership.explain(account, entry).orElse(null);
    return new AccountWire.Ownership(
        account.id().toString(),
        on,
        wire(entry, owner),
        explanation == null ? entry.why() : explanation.reason(),
        entry.from(),
        entry.until(),
        entry.recordedAt(),
        publication(entry),
        explanation);
  }

  private static Instant orNow(@Nullable Instant knownAsOf) {
    return knownAsOf == null ? LedgerRepository.NOW : knownAsOf;
  }

  /**
   * Every row of an account and of those merged into it, known at an instant, or now; the last
   * recorded first.
   */
  AccountHistory of(AccountId account, @Nullable Instant knownAsOf) {
    Map<AccountId, String> merged = new HashMap<>();
    store
        .duplicates()
        .mergedInto(account)
        .forEach(each -> merged.put(each.account().id(), each.account().externalId()));
    return new AccountHistory(
        Stream.concat(Stream.of(account), merged.keySet().stream())
            .flatMap(each -> store.ledger().history(each, orNow(knownAsOf)).stream())
            .sorted(
                Comparator.comparing(LedgerEntry::recordedAt)
                    .thenComparing(LedgerEntry::from)
                    .thenComparing(LedgerEntry::account)
                    .reversed())
            .map(entry -> row(entry, merged.get(entry.account())))
            .toList());
  }

  private HistoryRow row(LedgerEntry entry, @Nullable String mergedExternalId) {
    Owner owner =
        store
            .ledger()
            .ownerOn(entry.account(), entry.layer(), entry.from(), entry.recordedAt())
            .orElse(null);
    return new HistoryRow(
        mergedExternalId,
        wire(entry, owner),
        entry.from(),
        entry.until(),
        entry.recordedAt(),
        entry.supersededAt(),
        entry.why(),
        publication(entry),
        entry.rule().isEmpty() ? null : entry.rule(),
        entry.cause(),
        entry.who());
  }

  /** Who had an account when, and whom it would have belonged to without exceptions. */
  AccountTimeline timeline(AccountId account, @Nullable Instant knownAsOf) {
    Instant known = orNow(knownAsOf);
    return new AccountTimeline(
        store.ledger().timeline(account, LayerId.NEW_BUSINESS, known).stream()
            .map(OwnerHistory::span)
            .toList(),
        store.ledger().timelineBeneath(account, LayerId.NEW_BUSINESS, known).stream()
            .map(OwnerHistory::span)
            .toList());
  }

  private static AccountWire.OwnerSpan span(OwnerSpan span) {
    LedgerEntry entry = span.entry();
    RepresentativeId person = span.representative();
    Change by = span.recordedBy();
    return new AccountWire.OwnerSpan(
        new AccountWire.Owner(
            entry.territory().value(),
            entry.territoryName(),
            person == null ? null : person.toString(),
            person == null ? null : span.representativeName()),
        span.from(),
        span.until(),
        entry.recordedAt(),
        entry.cause(),
        entry.who(),
        entry.why(),
        publication(entry),
        by.cause() == Cause.UNDO ? new BroughtBack(by.who(), by.why()) : null);
  }

  private static AccountWire.Owner wire(LedgerEntry entry, @Nullable Owner owner) {
    RepresentativeId person = owner == null ? null : owner.representative();
    return new AccountWire.Owner(
        entry.territory().value(),
        entry.territoryName(),
        person == null ? null : person.toString(),
        person == null || owner == null ? null : owner.representativeName());
  }

  private static @Nullable String publication(LedgerEntry entry) {
    return entry.publication() == null ? null : entry.publication().toString();
  }
}
