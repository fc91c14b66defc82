package bailiwick.store.account;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Location;
import bailiwick.core.account.Precision;
import bailiwick.core.account.Ties;
import bailiwick.core.account.Upkeep;
import bailiwick.core.account.Worth;
import bailiwick.core.unit.LonLat;
import bailiwick.store.database.CopyRows;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The one place that knows the order of an account's columns. */
final class AccountRows {

  /** What a file says of an account: all that a load may change. */
  static final String CONTENT =
      "name, street, city, region, postcode, country, lon, lat, placed, area, postcode_unit,"
          + " county_unit, industry, employees, annual_revenue_cents, segment, "
          + AccountTraits.COLUMNS
          + ","
          + " imported_potential_cents, imported_workload_centihours, sales_cents, pipeline_cents, website, phone, parent_key,"
          + " source_changed_on, repaired, left_out, imputed, owner_key, territory_key";

  static final String ALL =
      "account.id, account.source, external_id, prospect, "
          + CONTENT
          + ", potential_cents, workload_centihours, model_segment, last_seen_at, missing_since, created_at, changed_at, version";

  private AccountRows() {}

  /** Writes the columns of {@link #CONTENT}. */
  static CopyRows write(CopyRows row, Account account, AccountUnits units) {
    Address address = account.address();
    Location location = account.location();
    LonLat point = location.point();
    Firmographics firmographics = account.firmographics();
    Worth worth = account.worth();
    return row.text(account.name())
        .text(address.street())
        .text(address.city())
        .text(address.region())
        .text(address.postcode())
        .text(address.country())
        .plain(point == null ? null : point.lon())
        .plain(point == null ? null : point.lat())
        .plain(location.precision())
        .text(location.area())
        .text(units.postcodeUnit())
        .text(units.countyUnit())
        .text(firmographics.industry())
        .plain(orNull(firmographics.employees()))
        .plain(orNull(firmographics.annualRevenueCents()))
        .text(firmographics.segment())
        .text(account.traits().product())
        .text(AccountTraits.tags(account.traits()))
        .text(AccountTraits.fields(account.traits()))
        .number(worth.potentialCents())
        .number(worth.workloadCentihours())
        .number(worth.salesCents())
        .number(worth.pipelineCents())
        .text(account.ties().website())
        .text(account.ties().phone())
        .text(account.ties().parentKey())
        .day(account.upkeep().changedOn())
        .text(NotedLines.print(account.upkeep().repaired()))
        .text(NotedLines.print(account.upkeep().leftOut()))
        .text(NotedLines.print(account.upkeep().imputed()))
        .text(account.ownerKey())
        .text(account.territoryKey());
  }

  /** Writes the columns of {@link #CONTENT} as unknown. */
  static CopyRows writeNothing(CopyRows row) {
    for (int column = CONTENT.split(", ", -1).length; column > 0; column--) {
      row.text(null);
    }
    return row;
  }

  /** The parameters of {@link #CONTENT}, in order. */
  static final String PARAMETERS =
      ":name, :street, :city, :region, :postcode, :country, :lon, :lat, :placed, :area,"
          + " :postcodeUnit, :countyUnit, :industry, :employees, :annualRevenue, :segment, :product, :tags, :fields,"
          + " :potential, :workload, :sales, :pipeline, :website, :phone, :parentKey,"
          + " :changedOn, :repaired, :leftOut, :imputed, :ownerKey, :territoryKey";

  /** Binds {@link #PARAMETERS}. */
  static StatementSpec bind(StatementSpec statement, Account account, AccountUnits units) {
    Address address = account.address();
    Location location = account.location();
    LonLat point = location.point();
    Firmographics firmographics = account.firmographics();
    Worth worth = account.worth();
    return statement
        .param("name", account.name())
        .param("street", address.street())
        .param("city", address.city())
        .param("region", address.region())
        .param("postcode", address.postcode())
        .param("country", address.country())
        .param("lon", point == null ? null : point.lon(), Types.DOUBLE)
        .param("lat", point == null ? null : point.lat(), Types.DOUBLE)
        .param("placed", location.precision().name())
        .param("area", location.area())
        .param("postcodeUnit", units.postcodeUnit())
        .param("countyUnit", units.countyUnit())
        .param("industry", firmographics.industry())
        .param("employees", orNull(firmographics.employees()), Types.BIGINT)
        .param("annualRevenue", orNull(firmographics.annualRevenueCents()), Types.BIGINT)
        .param("segment", firmographics.segment())
        .param("product", account.traits().product())
        .param("tags", AccountTraits.tags(account.traits()))
        .param("fields", AccountTraits.fields(account.traits()))
        .param("potential", worth.potentialCents())
        .param("workload", worth.workloadCentihours())
        .param("sales", worth.salesCents())
        .param("pipeline", worth.pipelineCents())
        .param("website", account.ties().website())
        .param("phone", account.ties().phone())
        .param("parentKey", account.ties().parentKey())
        .param("changedOn", account.upkeep().changedOn(), Types.DATE)
        .param("repaired", NotedLines.print(account.upkeep().repaired()))
        .param("leftOut", NotedLines.print(account.upkeep().leftOut()))
        .param("imputed", NotedLines.print(account.upkeep().imputed()))
        .param("ownerKey", account.ownerKey())
        .param("territoryKey", account.territoryKey());
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  /** Reads the columns of {@link #ALL}. */
  static StoredAccount read(ResultSet row, int number) throws SQLException {
    Account account =
        new Account(
            new AccountId(Rows.id(row, "id")),
            Rows.text(row, "external_id"),
            Rows.text(row, "name"),
            new Address(
                Rows.text(row, "street"),
                Rows.text(row, "city"),
                Rows.text(row, "region"),
                Rows.text(row, "postcode"),
                Rows.text(row, "country")),
            new Location(
                Rows.findPoint(row),
                Precision.valueOf(Rows.text(row, "placed")),
                Rows.text(row, "area")),
            new Firmographics(
                Rows.text(row, "industry"),
                Rows.findNumber(row, "employees"),
                Rows.findNumber(row, "annual_revenue_cents"),
                Rows.text(row, "segment")),
            AccountTraits.read(row),
            worth(row),
            new Ties(
                Rows.text(row, "website"), Rows.text(row, "phone"), Rows.text(row, "parent_key")),
            new Upkeep(
                Rows.findDay(row, "source_changed_on"),
                NotedLines.read(Rows.text(row, "repaired")),
                NotedLines.read(Rows.text(row, "left_out")),
                NotedLines.read(Rows.text(row, "imputed"))),
            Rows.text(row, "owner_key"),
            Rows.text(row, "territory_key"));
    return new StoredAccount(
        account,
        Rows.text(row, "source"),
        row.getBoolean("prospect") ? AccountStanding.PROSPECT : AccountStanding.CUSTOMER,
        new AccountUnits(Rows.text(row, "postcode_unit"), Rows.text(row, "county_unit")),
        imported(row),
        row.getString("model_segment") != null,
        absence(row),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "changed_at"),
        row.getLong("version"));
  }

  private static @Nullable Absence absence(ResultSet row) throws SQLException {
    Instant since = Rows.findInstant(row, "missing_since");
    return since == null ? null : new Absence(Rows.instant(row, "last_seen_at"), since);
  }

  private static Worth imported(ResultSet row) throws SQLException {
    return new Worth(
        row.getLong("imported_potential_cents"),
        row.getLong("imported_workload_centihours"),
        row.getLong("sales_cents"),
        row.getLong("pipeline_cents"));
  }

  private static Worth worth(ResultSet row) throws SQLException {
    return new Worth(
        row.getLong("potential_cents"),
        row.getLong("workload_centihours"),
        row.getLong("sales_cents"),
        row.getLong("pipeline_cents"));
  }
}
