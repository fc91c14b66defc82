package bailiwick.server.intake;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.intake.RecordWire.AccountRecords;
import bailiwick.server.intake.RecordWire.Assignment;
import bailiwick.server.intake.RecordWire.Contact;
import bailiwick.server.intake.RecordWire.DeliveryList;
import bailiwick.server.intake.RecordWire.DeliveryRow;
import bailiwick.server.intake.RecordWire.ProductList;
import bailiwick.server.intake.RecordWire.ProductRow;
import bailiwick.server.intake.RecordWire.Site;
import bailiwick.server.intake.RecordWire.TerritoryListing;
import bailiwick.server.intake.RecordWire.Touch;
import bailiwick.server.intake.RecordWire.Worked;
import bailiwick.server.roster.Roster;
import bailiwick.server.wire.Coordinates;
import bailiwick.server.wire.Money;
import bailiwick.store.Store;
import bailiwick.store.record.AccountSite;
import bailiwick.store.record.ListedAssignment;
import bailiwick.store.record.Product;
import bailiwick.store.record.WorkedTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what files told beside accounts, people and figures. Thread-safe. */
public final class RecordLists {

  private final Store store;
  private final Roster roster;

  /** Tells what a store holds. */
  public RecordLists(Store store, Roster roster) {
    this.store = store;
    this.roster = roster;
  }

  DeliveryList deliveries() {
    return new DeliveryList(
        store.measures().deliveries().stream()
            .map(one ->
                new DeliveryRow(
                    one.kind().name().toLowerCase(Locale.ROOT),
                    one.source(),
                    one.file(),
                    one.asOf(),
                    one.rows(),
                    one.loadedAt(),
                    one.loadedBy()))
            .toList());
  }

  /**
   * What files told of an account.
   *
   * @param owner who has it today; null for nobody
   */
  AccountRecords of(AccountId account, @Nullable RepresentativeId owner) {
    return new AccountRecords(
        store.records().contactsOf(account).stream()
            .map(one ->
                new Contact(one.externalId(), one.name(), one.title(), one.email(), one.phone()))
            .toList(),
        store.records().sitesOf(account).stream().map(RecordLists::site).toList(),
        assignments(store.records().assignmentsOf(account)),
        store.measures().contactsWith(account).stream()
            .map(one ->
                new Touch(roster.name(one.representative()), one.kind(), one.number(), one.last()))
            .toList(),
        owner == null ? List.of() : worked(store.records().timeOf(owner)));
  }

  private static List<Worked> worked(List<WorkedTime> days) {
    return days.stream().collect(Collectors.groupingBy(WorkedTime::kind)).values().stream()
        .map(ofKind ->
            new Worked(
                ofKind.getFirst().kind(),
                ofKind.stream().mapToLong(WorkedTime::centihours).sum() / 100.0,
                ofKind.getFirst().on(),
                ofKind.getLast().on()))
        .sorted(Comparator.comparingDouble(Worked::hours).reversed().thenComparing(Worked::kind))
        .toList();
  }

  TerritoryListing territories() {
    return new TerritoryListing(
        store.records().territories().stream()
            .map(one -> new RecordWire.ListedTerritory(one.code(), one.name(), one.parentCode()))
            .toList(),
        assignments(store.records().assignmentsOfAreas()));
  }

  ProductList products() {
    String currency = store.company().find().map(company -> company.currency()).orElse("USD");
    return new ProductList(
        store.records().products().stream().map(product -> row(product, currency)).toList());
  }

  private static ProductRow row(Product product, String currency) {
    Money price =
        product.priceCents().isPresent()
            ? Money.ofCents(product.priceCents().getAsLong(), currency)
            : null;
    return new ProductRow(product.externalId(), product.name(), product.family(), price);
  }

  private static Site site(AccountSite site) {
    Address address = site.address();
    return new Site(
        site.externalId(),
        site.name(),
        site.kind(),
        Stream.of(
                address.street(),
                address.city(),
                address.region(),
                address.postcode(),
                address.country())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ")),
        Coordinates.of(site.location().point()),
        site.location().precision().name());
  }

  private List<Assignment> assignments(List<ListedAssignment> listed) {
    return listed.stream()
        .map(one ->
            new Assignment(
                one.unit(),
                one.territory(),
                one.ownerKey(),
                roster.name(one.representative()),
                one.from(),
                one.until()))
        .toList();
  }
}
