package bailiwick.intake.crm;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is read of a Salesforce object.
 *
 * @param name of the object
 * @param columns read into fields as they are
 * @param others read to work out a field
 * @param condition in SOQL that rows must meet; empty for all
 */
record SalesforceObject(
    String name, List<CrmColumn> columns, List<String> others, String condition) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]XX", Locale.ROOT);

  SalesforceObject {
    columns = List.copyOf(columns);
    others = List.copyOf(others);
  }

  static SalesforceObject of(CrmKind kind, String territoryField) {
    return switch (kind) {
      case PEOPLE ->
          new SalesforceObject(
              "User",
              List.of(
                  new CrmColumn("Name", "name"),
                  new CrmColumn("Email", "email"),
                  new CrmColumn("ManagerId", "manager")),
              List.of("IsActive", "LastModifiedDate"),
              "UserType = 'Standard'");
      case ACCOUNTS ->
          new SalesforceObject("Account", accounts(territoryField), List.of("IsDeleted"), "");
      case DEALS ->
          new SalesforceObject(
              "Opportunity",
              List.of(
                  new CrmColumn("AccountId", "account"),
                  new CrmColumn("OwnerId", "owner"),
                  new CrmColumn("Amount", "amount"),
                  new CrmColumn("CreatedDate", "opened"),
                  new CrmColumn("CloseDate", "closed")),
              List.of("StageName", "IsClosed", "IsWon", "IsDeleted"),
              "");
    };
  }

  private static List<CrmColumn> accounts(String territoryField) {
    Stream<CrmColumn> usual =
        Stream.of(
            new CrmColumn("Name", "name"),
            new CrmColumn("BillingStreet", "street"),
            new CrmColumn("BillingCity", "city"),
            new CrmColumn("BillingState", "region"),
            new CrmColumn("BillingPostalCode", "postcode"),
            new CrmColumn("BillingCountry", "country"),
            new CrmColumn("Industry", "industry"),
            new CrmColumn("NumberOfEmployees", "employees"),
            new CrmColumn("AnnualRevenue", "revenue"),
            new CrmColumn("OwnerId", "owner"),
            new CrmColumn("Website", "website"),
            new CrmColumn("Phone", "phone"),
            new CrmColumn("ParentId", "parent"));
    Stream<CrmColumn> territory =
        territoryField.isEmpty()
            ? Stream.of()
            : Stream.of(new CrmColumn(territoryField, "territory"));
    return Stream.concat(usual, territory).toList();
  }

  /** The beginning of a query for it. */
  String select() {
    return Stream.of(
            Stream.of("Id", "SystemModstamp"),
            columns.stream().map(CrmColumn::property),
            others.stream())
        .flatMap(fields -> fields)
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + name));
  }

  /**
   * Makes a row of what the CRM answered.
   *
   * @param values field of the CRM to its text, empty when it has none
   */
  CrmRecord record(UnaryOperator<String> values, CrmReading answer) {
    Map<String, String> cells = new HashMap<>();
    String id = values.apply("Id");
    cells.put("id", id);
    for (CrmColumn column : columns) {
      String text = values.apply(column.property());
      if (!text.isEmpty()) {
        cells.put(column.field(), text);
      }
    }
    if (others.contains("StageName")) {
      cells.put(
          "stage",
          CrmStage.told(
              values.apply("StageName"),
              values.apply("IsClosed").equals("true"),
              values.apply("IsWon").equals("true")));
    }
    if (values.apply("IsActive").equals("false")) {
      cells.put("left", values.apply("LastModifiedDate"));
    }
    boolean deleted = values.apply("IsDeleted").equals("true");
    Instant changed = answer.instant(values.apply("SystemModstamp"), SalesforceObject::instant);
    return new CrmRecord(id, changed, deleted, cells);
  }

  /** Reads the CRM's way to write an instant: {@code 2026-11-21T09:30:00.000+0000}. */
  static Instant instant(String text) {
    return text.endsWith("Z") ? Instant.parse(text) : STAMP.parse(text, Instant::from);
  }
}
