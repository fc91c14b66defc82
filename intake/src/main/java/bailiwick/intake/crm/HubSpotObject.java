package bailiwick.intake.crm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is read of a HubSpot object.
 *
 * @param name of the object in addresses
 * @param columns read into fields as they are
 * @param others read to work out a field
 */
record HubSpotObject(String name, List<CrmColumn> columns, List<String> others) {

  /** When a row was last changed; the name that companies and deals have for it. */
  static final String CHANGED = "hs_lastmodifieddate";

  /** Ids of the records that a record was made of, between semicolons. */
  private static final String MERGED = "hs_merged_object_ids";

  private static final HubSpotObject DEALS =
      new HubSpotObject(
          "deals",
          List.of(
              new CrmColumn("amount", "amount"),
              new CrmColumn("createdate", "opened"),
              new CrmColumn("closedate", "closed"),
              new CrmColumn("hubspot_owner_id", "owner")),
          List.of("dealstage", "hs_is_closed", "hs_is_closed_won"));

  HubSpotObject {
    columns = List.copyOf(columns);
    others = List.copyOf(others);
  }

  static HubSpotObject deals() {
    return DEALS;
  }

  static HubSpotObject companies(String territoryField) {
    Stream<CrmColumn> usual =
        Stream.of(
            new CrmColumn("name", "name"),
            new CrmColumn("address", "street"),
            new CrmColumn("city", "city"),
            new CrmColumn("state", "region"),
            new CrmColumn("zip", "postcode"),
            new CrmColumn("country", "country"),
            new CrmColumn("industry", "industry"),
            new CrmColumn("numberofemployees", "employees"),
            new CrmColumn("annualrevenue", "revenue"),
            new CrmColumn("hubspot_owner_id", "owner"),
            new CrmColumn("domain", "website"),
            new CrmColumn("phone", "phone"),
            new CrmColumn("hs_parent_company_id", "parent"));
    Stream<CrmColumn> territory =
        territoryField.isEmpty()
            ? Stream.of()
            : Stream.of(new CrmColumn(territoryField, "territory"));
    return new HubSpotObject(
        "companies", Stream.concat(usual, territory).toList(), List.of(MERGED));
  }

  List<String> properties() {
    return Stream.of(columns.stream().map(CrmColumn::property), others.stream(), Stream.of(CHANGED))
        .flatMap(names -> names)
        .toList();
  }

  /** Makes a row of what the CRM answered. */
  CrmRecord record(JsonNode row, CrmReading answer) {
    JsonNode values = row.path("properties");
    Map<String, String> cells = new HashMap<>();
    String id = row.path("id").asString("");
    cells.put("id", id);
    for (CrmColumn column : columns) {
      String text = values.path(column.property()).asString("");
      if (!text.isEmpty()) {
        cells.put(column.field(), text);
      }
    }
    if (others.contains("dealstage")) {
      cells.put(
          "stage",
          CrmStage.told(
              values.path("dealstage").asString(""),
              values.path("hs_is_closed").asString("").equals("true"),
              values.path("hs_is_closed_won").asString("").equals("true")));
    } else {
      spoken(cells);
      String merged = values.path(MERGED).asString("");
      if (!merged.isEmpty()) {
        cells.put(CrmRecord.MERGED, merged);
      }
    }
    String changed = values.path(CHANGED).asString(row.path("updatedAt").asString(""));
    return new CrmRecord(id, answer.instant(changed), row.path("archived").asBoolean(false), cells);
  }

  /** Industries are told as COMPUTER_SOFTWARE; a company without a name goes by its domain. */
  private static void spoken(Map<String, String> cells) {
    cells.computeIfPresent("industry", (field, text) -> text.replace('_', ' '));
    if (cells.containsKey("website")) {
      cells.putIfAbsent("name", cells.get("website"));
    }
  }
}
