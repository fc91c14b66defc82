package bailiwick.store.account;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An account query as SQL conditions, each led by AND, and their parameters. Texts of users go in
 * as parameters only.
 */
record AccountFilter(String sql, Map<String, Object> parameters) {

  static AccountFilter of(AccountQuery query) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    if (!query.text().isBlank()) {
      addText(query.text().strip(), conditions, parameters);
    }
    if (!query.country().isEmpty()) {
      conditions.add("country = :country");
      parameters.put("country", query.country());
    }
    if (!query.region().isEmpty()) {
      conditions.add("region = :region");
      parameters.put("region", query.region());
    }
    if (query.missingOnly()) {
      conditions.add("missing_since IS NOT NULL");
    }
    AccountStanding standing = query.standing();
    if (standing != null) {
      conditions.add(standing == AccountStanding.PROSPECT ? "prospect" : "NOT prospect");
    }
    if (query.on() != null) {
      addOwner(query, conditions, parameters);
    }
    String sql =
        conditions.stream().map(condition -> " AND " + condition).collect(Collectors.joining());
    return new AccountFilter(sql, parameters);
  }

  /** This filter and one more condition with its parameter. */
  AccountFilter and(String condition, String name, Object value) {
    Map<String, Object> more = new HashMap<>(parameters);
    more.put(name, value);
    return new AccountFilter(sql + " AND " + condition, more);
  }

  private static void addText(
      String text, List<String> conditions, Map<String, Object> parameters) {
    TextSearch search = TextSearch.of(text);
    conditions.add("(" + String.join(" OR ", search.conditions()) + ")");
    parameters.putAll(search.parameters());
  }

  private static void addOwner(
      AccountQuery query, List<String> conditions, Map<String, Object> parameters) {
    TerritoryCode territory = query.territory();
    RepresentativeId representative = query.representative();
    if (territory == null && representative == null) {
      return;
    }
    String sql =
        "id IN (SELECT account_id FROM ownership JOIN territory ON territory.id = territory_id";
    String where = " WHERE ownership.superseded_at IS NULL AND ownership.valid @> :on";
    if (representative != null) {
      sql +=
          " JOIN seat ON seat.territory_id = territory.id JOIN placement ON seat_id = seat.id"
              + " AND placement.superseded_at IS NULL AND placement.valid @> :on";
      where += " AND representative_id = :representative";
      parameters.put("representative", representative.value());
    }
    if (territory != null) {
      where += " AND code = :territory";
      parameters.put("territory", territory.value());
    }
    parameters.put("on", Objects.requireNonNull(query.on()));
    conditions.add(sql + where + ")");
  }
}
