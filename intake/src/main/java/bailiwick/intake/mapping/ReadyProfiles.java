package bailiwick.intake.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The profiles of what Salesforce, HubSpot and Microsoft Dynamics 365 export as a matter of course.
 * Stateless. What the names of their columns rest on is told in {@code
 * docs/decisions/0011-kinds-and-profiles.md}.
 */
public final class ReadyProfiles {

  /**
   * A profile and how it is told from others.
   *
   * @param marks sets of columns; a header that has all columns of one set is of this export
   * @param fields field to columns that may hold it, the best first
   */
  private record Ready(
      String name, String kind, List<Set<String>> marks, Map<String, List<String>> fields) {

    /** Prospects are exported like accounts. */
    boolean reads(String file) {
      return kind.equals(file) || (kind.equals("accounts") && file.equals("prospects"));
    }

    Optional<MappingProfile> findIn(Map<String, String> columnOf) {
      return marks.stream().anyMatch(columnOf.keySet()::containsAll)
          ? Optional.of(in(columnOf))
          : Optional.empty();
    }

    private MappingProfile in(Map<String, String> columnOf) {
      Map<String, String> columns = new TreeMap<>();
      fields.forEach((field, names) ->
          names.stream()
              .map(columnOf::get)
              .filter(Objects::nonNull)
              .findFirst()
              .ifPresent(column -> columns.put(field, column)));
      return MappingProfile.ofColumns(name, kind, columns);
    }
  }

  private static final List<Ready> ALL =
      List.of(
          ready(
              "salesforce-accounts",
              "accounts",
              List.of(
                  "Id, Name, OwnerId, BillingCity",
                  "Id, Name, OwnerId, BillingPostalCode",
                  "Account ID, Account Name, Account Owner",
                  "Account Name, Account Owner, Billing City",
                  "Account Name, Account Owner, Billing Zip/Postal Code"),
              "id: Id, Account ID, Account Name",
              "name: Name, Account Name",
              "street: BillingStreet, Billing Street, Billing Address Line 1",
              "city: BillingCity, Billing City",
              "region: BillingStateCode, BillingState, Billing State/Province",
              "postcode: BillingPostalCode, Billing Zip/Postal Code",
              "country: BillingCountryCode, BillingCountry, Billing Country",
              "lon: BillingLongitude, Billing Longitude",
              "lat: BillingLatitude, Billing Latitude",
              "industry: Industry",
              "employees: NumberOfEmployees, Employees",
              "revenue: AnnualRevenue, Annual Revenue",
              "owner: OwnerId, Account Owner",
              "website: Website",
              "phone: Phone",
              "parent: ParentId, Parent Account ID, Parent Account"),
          ready(
              "salesforce-opportunities",
              "opportunities",
              List.of(
                  "Id, AccountId, StageName, CloseDate",
                  "Opportunity ID, Stage, Close Date",
                  "Opportunity Name, Account Name, Stage, Close Date"),
              "id: Id, Opportunity ID, Opportunity Name",
              "account: AccountId, Account ID, Account Name",
              "owner: OwnerId, Opportunity Owner",
              "stage: StageName, Stage",
              "amount: Amount",
              "opened: CreatedDate, Created Date",
              "closed: CloseDate, Close Date"),
          ready(
              "salesforce-activities",
              "activities",
              List.of(
                  "AccountId, ActivityDate, OwnerId, Subject",
                  "AccountId, StartDateTime, OwnerId, Subject",
                  "Account ID, Assigned, Date, Subject",
                  "Company / Account, Assigned, Date, Subject"),
              "account: AccountId, Account ID, Company / Account",
              "owner: OwnerId, Assigned",
              "date: ActivityDate, ActivityDateTime, StartDateTime, Date",
              "kind: TaskSubtype, EventSubtype, Type, Task Subtype",
              "count:"),
          ready(
              "salesforce-users",
              "representatives",
              List.of(
                  "Id, Username, Email, ProfileId",
                  "Id, Username, Email, IsActive",
                  "User ID, Username, Profile"),
              "id: Id, User ID",
              "name: Name, Full Name",
              "firstName: FirstName, First Name",
              "lastName: LastName, Last Name",
              "email: Email",
              "manager: ManagerId, Manager",
              "street: Street",
              "city: City",
              "region: StateCode, State, State/Province",
              "postcode: PostalCode, Zip/Postal Code",
              "country: CountryCode, Country"),
          ready(
              "hubspot-companies",
              "accounts",
              List.of("Record ID, Company name"),
              "id: Record ID",
              "name: Company name",
              "street: Street Address",
              "city: City",
              "region: State/Region, State/Region Code",
              "postcode: Postal Code",
              "country: Country/Region, Country/Region Code",
              "industry: Industry",
              "employees: Number of Employees",
              "revenue: Annual Revenue",
              "owner: Company owner",
              "website: Company Domain Name, Website URL",
              "phone: Phone Number",
              "parent: Parent Company ID, Parent Company"),
          ready(
              "hubspot-deals",
              "opportunities",
              List.of("Record ID, Deal Name, Deal Stage"),
              "id: Record ID",
              "account: Associated Company IDs (Primary), Associated Company IDs, Associated Company"
                  + " ID, Associated Company (Primary), Associated Company",
              "owner: Deal owner",
              "stage: Deal Stage",
              "amount: Amount in company currency, Amount",
              "opened: Create Date",
              "closed: Close Date"),
          ready(
              "hubspot-owners",
              "representatives",
              List.of("Id, Email, First Name, Last Name, User Id"),
              "id: Id",
              "firstName: First Name",
              "lastName: Last Name",
              "email: Email"),
          ready(
              "dynamics-accounts",
              "accounts",
              List.of("(Do Not Modify) Account, Account Name"),
              "id: (Do Not Modify) Account",
              "name: Account Name",
              "street: Address 1: Street 1, Street 1, Street",
              "city: Address 1: City, City",
              "region: Address 1: State/Province, State/Province",
              "postcode: Address 1: ZIP/Postal Code, ZIP/Postal Code",
              "country: Address 1: Country/Region, Country/Region",
              "lon: Address 1: Longitude",
              "lat: Address 1: Latitude",
              "industry: Industry",
              "employees: Number of Employees, No. of Employees",
              "revenue: Annual Revenue",
              "owner: Owner",
              "territory: Territory",
              "website: Website",
              "phone: Main Phone",
              "parent: Parent Account"),
          ready(
              "dynamics-opportunities",
              "opportunities",
              List.of("(Do Not Modify) Opportunity"),
              "id: (Do Not Modify) Opportunity",
              "account: Account, Potential Customer",
              "owner: Owner",
              "stage: Status, Status Reason, Pipeline Phase, Sales Stage",
              "amount: Actual Revenue, Est. Revenue",
              "opened: Created On",
              "closed: Actual Close Date, Est. Close Date"),
          ready(
              "dynamics-users",
              "representatives",
              List.of("(Do Not Modify) User, Full Name"),
              "id: (Do Not Modify) User",
              "name: Full Name",
              "email: Primary Email",
              "manager: Manager",
              "territory: Territory",
              "street: Address 1: Street 1, Address: Street 1",
              "city: Address 1: City, Address: City",
              "region: Address 1: State/Province",
              "postcode: Address 1: ZIP/Postal Code",
              "country: Address 1: Country/Region"));

  /** The name by which people ask for none, where one would be recognised. */
  static final String NONE = "none";

  private ReadyProfiles() {}

  private static Ready ready(String name, String kind, List<String> marks, String... fields) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (String field : fields) {
      int colon = field.indexOf(':');
      columns.put(field.substring(0, colon), plain(field.substring(colon + 1)));
    }
    return new Ready(
        name, kind, marks.stream().map(all -> Set.copyOf(plain(all))).toList(), columns);
  }

  private static List<String> plain(String names) {
    return Arrays.stream(names.split(",\\s*"))
        .filter(name -> !name.isBlank())
        .map(ReadyProfiles::plainName)
        .toList();
  }

  /**
   * A column's name without case, blanks and signs: {@code BillingCity} is {@code Billing City}.
   */
  private static String plainName(String column) {
    return HeaderName.words(column).replace(" ", "");
  }

  /** The names of the profiles of a kind of file. */
  public static List<String> names(String kind) {
    return ALL.stream().filter(ready -> ready.reads(kind)).map(Ready::name).toList();
  }

  /** The profile of the export that a header is of; empty when it is of none we know. */
  static Optional<MappingProfile> recognise(String kind, Collection<String> header) {
    Map<String, String> columnOf = byPlainName(header);
    return ALL.stream()
        .filter(ready -> ready.reads(kind))
        .flatMap(ready -> ready.findIn(columnOf).stream())
        .findFirst();
  }

  /**
   * The profile of a name, whose columns are known once there is a header: a ready one, or {@code
   * none} for a file that shall be read without any. Empty for other names.
   */
  public static Optional<MappingProfile> findNamed(String name, String kind) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    return plain.equals(NONE) || names(kind).contains(plain)
        ? Optional.of(MappingProfile.ofColumns(plain, kind, Map.of()))
        : Optional.empty();
  }

  /** A profile with its columns: a ready one has those of the header, others have their own. */
  static MappingProfile in(MappingProfile asked, String kind, Collection<String> header) {
    return ALL.stream()
        .filter(ready -> ready.reads(kind) && ready.name.equals(asked.name()))
        .map(ready -> ready.in(byPlainName(header)))
        .findFirst()
        .orElse(asked);
  }

  private static Map<String, String> byPlainName(Collection<String> header) {
    return new ArrayList<>(header)
        .stream()
            .collect(
                Collectors.toMap(
                    ReadyProfiles::plainName, column -> column, (first, second) -> first));
  }
}
