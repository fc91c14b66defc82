package bailiwick.server.intake;

import bailiwick.intake.deal.DealImport;
import bailiwick.intake.record.RecordImport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.server.atlas.Geography;
import bailiwick.server.intake.FileLoader.Loaded;
import bailiwick.server.roster.Roster;
import bailiwick.store.Store;
import bailiwick.store.record.AccountSite;
import bailiwick.store.record.ContactPerson;
import bailiwick.store.record.ListedAssignment;
import bailiwick.store.record.ListedTerritory;
import bailiwick.store.record.MarketFigure;
import bailiwick.store.record.Product;
import bailiwick.store.record.WorkedTime;
import java.util.List;

/** Loads the files of what stands beside accounts, people and figures. Thread-safe. */
final class RecordLoader {

  private final Store store;
  private final Geography geography;
  private final Roster roster;

  RecordLoader(Store store, Geography geography, Roster roster) {
    this.store = store;
    this.geography = geography;
    this.roster = roster;
  }

  /** What reads a file of such a kind. */
  RecordImport<?> reader(ImportKind kind, ImportSettings settings) {
    return switch (kind) {
      case CONTACTS -> RecordImport.contacts(settings);
      case SITES -> RecordImport.sites(geography.atlas(), settings);
      case TERRITORIES -> RecordImport.territories(settings);
      case ASSIGNMENTS -> RecordImport.assignments(settings);
      case PRODUCTS -> DealImport.products(settings);
      case TIME -> RecordImport.time(settings, new OwnerKeys(roster)::has);
      case MARKET -> RecordImport.market(geography.atlas(), settings);
      case ACCOUNTS, REPRESENTATIVES, OPPORTUNITIES, ACTIVITIES, REVENUE, QUOTAS, PROSPECTS ->
          throw noRecords(kind);
    };
  }

  private static IllegalArgumentException noRecords(ImportKind kind) {
    return new IllegalArgumentException("The kind (%s) is loaded elsewhere.".formatted(kind));
  }

  /** Loads a file of such a kind. */
  Loaded load(ImportKind kind, ImportSettings settings, AccountKeys accounts, Delivered file) {
    String source = settings.source();
    OwnerKeys people = new OwnerKeys(roster);
    return switch (kind) {
      case CONTACTS ->
          Delivered.replace(
              RecordImport.contacts(settings).among(accounts::has),
              store.records().startContacts(source),
              row ->
                  new ContactPerson(
                      row.externalId(),
                      accounts.required(row.accountExternalId()),
                      row.name(),
                      row.title(),
                      row.email(),
                      row.phone()),
              List::of,
              file);
      case SITES ->
          Delivered.replace(
              RecordImport.sites(geography.atlas(), settings).among(accounts::has),
              store.records().startSites(source),
              row ->
                  new AccountSite(
                      row.externalId(),
                      accounts.required(row.accountExternalId()),
                      row.name(),
                      row.kind(),
                      row.address(),
                      row.location()),
              List::of,
              file);
      case TERRITORIES ->
          Delivered.replace(
              RecordImport.territories(settings),
              store.records().startTerritories(source),
              row -> new ListedTerritory(row.code(), row.name(), row.parentCode()),
              List::of,
              file);
      case ASSIGNMENTS ->
          Delivered.replace(
              RecordImport.assignments(settings).among(accounts::has),
              store.records().startAssignments(source),
              row -> assignment(row, accounts, people),
              people::problems,
              file);
      case PRODUCTS ->
          Delivered.replace(
              DealImport.products(settings),
              store.records().startProducts(source),
              row -> new Product(row.externalId(), row.name(), row.family(), row.priceCents()),
              List::of,
              file);
      case TIME ->
          Delivered.replace(
              RecordImport.time(settings, people::has),
              store.records().startTime(source),
              row ->
                  new WorkedTime(
                      people.required(row.ownerKey()), row.on(), row.kind(), row.centihours()),
              List::of,
              file);
      case MARKET ->
          Delivered.replaceEach(
              RecordImport.market(geography.atlas(), settings),
              store.records().startMarket(source),
              (row, taker) ->
                  row.amounts()
                      .forEach((measure, amount) ->
                          taker.accept(new MarketFigure(row.area(), measure, amount))),
              List::of,
              file);
      case ACCOUNTS, REPRESENTATIVES, OPPORTUNITIES, ACTIVITIES, REVENUE, QUOTAS, PROSPECTS ->
          throw noRecords(kind);
    };
  }

  private static ListedAssignment assignment(
      bailiwick.intake.record.ListedAssignment row, AccountKeys accounts, OwnerKeys people) {
    String account = row.accountExternalId();
    return new ListedAssignment(
        account.isEmpty() ? null : accounts.required(account),
        row.unit(),
        row.territoryCode(),
        row.ownerKey(),
        people.find(row.ownerKey()),
        row.from(),
        row.until());
  }
}
