package bailiwick.store.record;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Location;
import bailiwick.core.account.Precision;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.core.unit.LonLat;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.measure.DeliveryKind;
import bailiwick.store.measure.MeasureLoad;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what files tell beside accounts, people and figures. A delivery replaces the one before of
 * its kind and source. Thread-safe.
 */
public final class RecordRepository {

  private static final String OF_ACCOUNT =
      "account_id IN (SELECT id FROM account WHERE id = :account OR merged_into = :account)";

  private final Database database;

  /** Keeps them in a database. */
  public RecordRepository(Database database) {
    this.database = database;
  }

  /** Starts to replace the contacts of a source. */
  public MeasureLoad<ContactPerson> startContacts(String source) {
    return MeasureLoad.start(
        database,
        DeliveryKind.CONTACTS,
        source,
        "contact_person",
        "external_id, account_id, name, title, email, phone",
        (rows, person) ->
            rows.text(person.externalId())
                .id(person.account().value())
                .text(person.name())
                .text(person.title())
                .text(person.email())
                .text(person.phone()));
  }

  /** Starts to replace the sites of a source. */
  public MeasureLoad<AccountSite> startSites(String source) {
    return MeasureLoad.start(
        database,
        DeliveryKind.SITES,
        source,
        "site",
        "external_id, account_id, name, kind, street, city, region, postcode, country, lon, lat,"
            + " placed, area",
        (rows, site) -> {
          Address address = site.address();
          LonLat point = site.location().point();
          rows.text(site.externalId())
              .id(site.account().value())
              .text(site.name())
              .text(site.kind())
              .text(address.street())
              .text(address.city())
              .text(address.region())
              .text(address.postcode())
              .text(address.country())
              .plain(point == null ? null : point.lon())
              .plain(point == null ? null : point.lat())
              .plain(site.location().precision())
              .text(site.location().area());
        });
  }

  /** Starts to replace the territories of a source. */
  public MeasureLoad<ListedTerritory> startTerritories(String source) {
    return MeasureLoad.start(
        database,
        DeliveryKind.TERRITORIES,
        source,
        "listed_territory",
        "code, name, parent_code",
        (rows, territory) ->
            rows.text(territory.code()).text(territory.name()).text(territory.parentCode()));
  }

  /** Starts to replace the assignments of a source. */
  public MeasureLoad<ListedAssignment> startAssignments(String source) {
    return MeasureLoad.start(
        database,
        DeliveryKind.ASSIGNMENTS,
        source,
        "listed_assignment",
        "account_id, unit, territory_code, owner_key, representative_id, from_day, until_day",
        (rows, assignment) -> {
          AccountId account = assignment.account();
          RepresentativeId person = assignment.representative();
          rows.id(account == null ? null : account.value())
              .text(assignment.unit())
              .text(assignment.territory())
              .text(assignment.ownerKey())
              .id(person == null ? null : person.value())
              .day(assignment.from())
              .day(assignment.until());
        });
  }

  /** Starts to replace the products of a source. */
  public MeasureLoad<Product> startProducts(String source) {
    return MeasureLoad.start(
        database,
        DeliveryKind.PRODUCTS,
        source,
        "product",
        "external_id, name, family, price_cents",
        (rows, product) ->
            rows.text(product.externalId())
                .text(product.name())
                .text(product.family())
                .plain(orNull(product.priceCents())));
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  /** Starts to replace the working time of a source. */
  public MeasureLoad<WorkedTime> startTime(String source) {
    return MeasureLoad.start(
        database,
        DeliveryKind.TIME,
        source,
        "worked_time",
        "representative_id, on_day, kind, centihours",
        (rows, time) ->
            rows.id(time.representative().value())
                .day(time.on())
                .text(time.kind())
                .number(time.centihours()));
  }

  /** Starts to replace the measures of the market that a file of a source has; others stay. */
  public MeasureLoad<MarketFigure> startMarket(String source) {
    return MeasureLoad.startParts(
        database,
        DeliveryKind.MARKET,
        source,
        "market_figure",
        "area, measure, amount",
        "measure",
        (rows, figure) -> rows.text(figure.area()).text(figure.measure()).number(figure.amount()));
  }

  /** The contacts of an account, and of those merged into it, by name. */
  public List<ContactPerson> contactsOf(AccountId account) {
    return database
        .jdbc()
        .sql(
            "SELECT * FROM contact_person WHERE "
                + OF_ACCOUNT
                + " ORDER BY lower(name), external_id")
        .param("account", account.value())
        .query((row, number) ->
            new ContactPerson(
                Rows.text(row, "external_id"),
                account,
                Rows.text(row, "name"),
                Rows.text(row, "title"),
                Rows.text(row, "email"),
                Rows.text(row, "phone")))
        .list();
  }

  /** The sites of an account, and of those merged into it, by name. */
  public List<AccountSite> sitesOf(AccountId account) {
    return database
        .jdbc()
        .sql("SELECT * FROM site WHERE " + OF_ACCOUNT + " ORDER BY lower(name), external_id")
        .param("account", account.value())
        .query((row, number) ->
            new AccountSite(
                Rows.text(row, "external_id"),
                account,
                Rows.text(row, "name"),
                Rows.text(row, "kind"),
                new Address(
                    Rows.text(row, "street"),
                    Rows.text(row, "city"),
                    Rows.text(row, "region"),
                    Rows.text(row, "postcode"),
                    Rows.text(row, "country")),
                new Location(
                    Rows.findPoint(row),
                    Precision.valueOf(Rows.text(row, "placed")),
                    Rows.text(row, "area"))))
        .list();
  }

  /** The territories that other systems list, by code. */
  public List<ListedTerritory> territories() {
    return database
        .jdbc()
        .sql("SELECT * FROM listed_territory ORDER BY code, source")
        .query((row, number) ->
            new ListedTerritory(
                Rows.text(row, "code"), Rows.text(row, "name"), Rows.text(row, "parent_code")))
        .list();
  }

  /** Who had an account, or one merged into it, by other systems' accounts, the earliest first. */
  public List<ListedAssignment> assignmentsOf(AccountId account) {
    return database
        .jdbc()
        .sql(
            "SELECT * FROM listed_assignment WHERE "
                + OF_ACCOUNT
                + " ORDER BY from_day NULLS FIRST, territory_code, owner_key")
        .param("account", account.value())
        .query(RecordRepository::mapAssignment)
        .list();
  }

  /** Who had units and territories by other systems' accounts, the earliest first. */
  public List<ListedAssignment> assignmentsOfAreas() {
    return database
        .jdbc()
        .sql(
            "SELECT * FROM listed_assignment WHERE account_id IS NULL ORDER BY unit,"
                + " territory_code, from_day NULLS FIRST, owner_key")
        .query(RecordRepository::mapAssignment)
        .list();
  }

  private static ListedAssignment mapAssignment(ResultSet row, int number) throws SQLException {
    UUID account = Rows.findId(row, "account_id");
    UUID person = Rows.findId(row, "representative_id");
    return new ListedAssignment(
        account == null ? null : new AccountId(account),
        Rows.text(row, "unit"),
        Rows.text(row, "territory_code"),
        Rows.text(row, "owner_key"),
        person == null ? null : new RepresentativeId(person),
        Rows.findDay(row, "from_day"),
        Rows.findDay(row, "until_day"));
  }

  /** The products by name. */
  public List<Product> products() {
    return database
        .jdbc()
        .sql("SELECT * FROM product ORDER BY lower(name), external_id")
        .query((row, number) ->
            new Product(
                Rows.text(row, "external_id"),
                Rows.text(row, "name"),
                Rows.text(row, "family"),
                Rows.findNumber(row, "price_cents")))
        .list();
  }

  /** The working time of a representative by day. */
  public List<WorkedTime> timeOf(RepresentativeId representative) {
    return database
        .jdbc()
        .sql(
            "SELECT * FROM worked_time WHERE representative_id = :representative ORDER BY on_day,"
                + " kind")
        .param("representative", representative.value())
        .query((row, number) ->
            new WorkedTime(
                representative,
                Rows.day(row, "on_day"),
                Rows.text(row, "kind"),
                row.getLong("centihours")))
        .list();
  }

  /** The measures of the market by name. */
  public List<MarketTotal> marketTotals() {
    return database
        .jdbc()
        .sql(
            """
            SELECT measure, count(DISTINCT area) AS areas, sum(amount) AS amount
            FROM market_figure GROUP BY measure ORDER BY measure
            """)
        .query((row, number) ->
            new MarketTotal(Rows.text(row, "measure"), row.getLong("areas"), row.getLong("amount")))
        .list();
  }

  /** The figures of a measure, one for each area, in order of areas. */
  public List<MarketFigure> market(String measure) {
    return database
        .jdbc()
        .sql(
            """
            SELECT area, sum(amount) AS amount FROM market_figure
            WHERE measure = :measure GROUP BY area ORDER BY area
            """)
        .param("measure", measure)
        .query((row, number) ->
            new MarketFigure(Rows.text(row, "area"), measure, row.getLong("amount")))
        .list();
  }
}
