package bailiwick.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.account.AccountFields;
import bailiwick.intake.deal.DealFields;
import bailiwick.intake.roster.RosterFields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns read by profiles, ready ones and saved ones. */
class ProfilesTest {

  private static final Map<String, FieldSet> KINDS =
      Map.of(
          "accounts", AccountFields.ALL,
          "opportunities", DealFields.OPPORTUNITIES,
          "activities", DealFields.ACTIVITIES,
          "representatives", RosterFields.ALL);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "salesforce-accounts | accounts | Id,IsDeleted,Name,Type,ParentId,BillingStreet,BillingCity,"
            + "BillingState,BillingPostalCode,BillingCountry,Phone,Website,Industry,AnnualRevenue,"
            + "NumberOfEmployees,OwnerId | id=Id,owner=OwnerId,postcode=BillingPostalCode,"
            + "parent=ParentId,employees=NumberOfEmployees",
        "salesforce-accounts | accounts | Account Owner,Account Name,Billing State/Province,"
            + "Billing Zip/Postal Code,Last Activity,Account ID | id=Account ID,name=Account Name,"
            + "region=Billing State/Province,postcode=Billing Zip/Postal Code,owner=Account Owner",
        "salesforce-opportunities | opportunities | Id,AccountId,Name,StageName,Amount,CloseDate,"
            + "IsWon,OwnerId,CreatedDate | id=Id,account=AccountId,stage=StageName,"
            + "opened=CreatedDate,closed=CloseDate,owner=OwnerId",
        "salesforce-activities | activities | Id,WhoId,WhatId,AccountId,Subject,ActivityDate,Status,"
            + "OwnerId,TaskSubtype | account=AccountId,date=ActivityDate,kind=TaskSubtype",
        "salesforce-activities | activities | Id,WhatId,AccountId,Subject,StartDateTime,EndDateTime,"
            + "OwnerId,EventSubtype | account=AccountId,date=StartDateTime,kind=EventSubtype",
        "salesforce-users | representatives | Id,Username,LastName,FirstName,Name,Email,IsActive,"
            + "ManagerId,PostalCode,Country | id=Id,name=Name,manager=ManagerId,postcode=PostalCode",
        "hubspot-companies | accounts | Record ID,Company name,Company owner,Create Date,Phone Number,"
            + "City,Country/Region,Industry,Company Domain Name | id=Record ID,name=Company name,"
            + "owner=Company owner,country=Country/Region,website=Company Domain Name",
        "hubspot-deals | opportunities | Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,"
            + "Create Date,Deal owner,Associated Company IDs (Primary),Associated Company (Primary)"
            + " | id=Record ID,account=Associated Company IDs (Primary),stage=Deal Stage,"
            + "opened=Create Date,closed=Close Date,owner=Deal owner",
        "hubspot-owners | representatives | id,email,type,firstName,lastName,userId | id=id,"
            + "email=email,firstName=firstName,lastName=lastName",
        "dynamics-accounts | accounts | (Do Not Modify) Account,(Do Not Modify) Row Checksum,"
            + "(Do Not Modify) Modified On,Account Name,Main Phone,Address 1: City,"
            + "Address 1: ZIP/Postal Code,Address 1: Country/Region,Owner"
            + " | id=(Do Not Modify) Account,name=Account Name,phone=Main Phone,"
            + "postcode=Address 1: ZIP/Postal Code,owner=Owner",
        "dynamics-opportunities | opportunities | (Do Not Modify) Opportunity,"
            + "(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,"
            + "Est. Close Date,Est. Revenue,Status,Owner,Created On"
            + " | id=(Do Not Modify) Opportunity,account=Potential Customer,amount=Est. Revenue,"
            + "closed=Est. Close Date,opened=Created On,stage=Status",
        "dynamics-users | representatives | (Do Not Modify) User,(Do Not Modify) Row Checksum,"
            + "(Do Not Modify) Modified On,Full Name,Primary Email,Territory"
            + " | id=(Do Not Modify) User,name=Full Name,email=Primary Email,territory=Territory"
      })
  void an_export_is_recognised_by_its_header(
      String profile, String kind, String header, String columns) {
    ColumnMapping mapping = map(kind, MappingRequest.GUESSED, header.split(",", -1));

    assertThat(mapping.profile()).isEqualTo(profile);
    for (String column : columns.split(",", -1)) {
      String[] pair = column.split("=", 2);
      assertThat(mapping.column(pair[0])).as(pair[0]).isEqualTo(pair[1]);
    }
    assertThat(mapping.warnings()).isEmpty();
  }

  @Test
  void a_header_of_no_export_is_guessed_without_a_profile() {
    assertThat(map("accounts", MappingRequest.GUESSED, "Id", "Name", "City").profile()).isEmpty();
  }

  @Test
  void what_the_user_says_goes_before_the_profile_and_what_it_leaves_open_is_guessed() {
    MappingRequest request =
        MappingRequest.parse(
            List.of("name=Trade name"), List.of(), List.of(), List.of(), List.of());

    ColumnMapping mapping =
        map("accounts", request, "Record ID", "Company name", "Trade name", "Potential");

    assertThat(mapping.profile()).isEqualTo("hubspot-companies");
    assertThat(mapping.column("name")).isEqualTo("Trade name");
    assertThat(mapping.column("id")).isEqualTo("Record ID");
    assertThat(mapping.column("potential")).isEqualTo("Potential");
  }

  @Test
  void none_is_recognised_when_nobody_wants_one() {
    MappingRequest request =
        MappingRequest.GUESSED.under(ReadyProfiles.findNamed("None", "accounts").orElseThrow());

    ColumnMapping mapping = map("accounts", request, "Record ID", "Company name");

    assertThat(mapping.profile()).isEmpty();
    assertThat(mapping.column("name")).isEqualTo("Company name");
  }

  @Test
  void a_saved_profile_is_read_and_what_the_file_lacks_is_told() {
    MappingProfile saved =
        ProfileReader.read(
            """
            {"name": "ERP", "kind": "accounts",
             "columns": {"postcode": "PLZ-Ort", "potential": "Umsatzziel", "owner": ""},
             "set": ["country=DE"], "decimal": "comma"}
            """,
            "erp.json");
    MappingRequest request = MappingRequest.GUESSED.under(saved);

    ColumnMapping mapping = map("accounts", request, "Name", "PLZ", "Umsatzziel", "Owner");

    assertThat(mapping.profile()).isEqualTo("ERP");
    assertThat(mapping.column("potential")).isEqualTo("Umsatzziel");
    assertThat(mapping.column("postcode")).isEqualTo("PLZ");
    assertThat(mapping.has("owner")).isFalse();
    assertThat(mapping.uses()).contains(new ColumnUse("country", "", "DE", 1, true));
    assertThat(mapping.warnings())
        .extracting(Problem::message)
        .containsExactly(
            "The profile `ERP` reads postcode from `PLZ-Ort`, which the file does not have.");
    assertThat(request.decimal()).contains(DecimalMark.COMMA);
  }

  @Test
  void a_profile_is_read_as_it_was_written() {
    MappingProfile profile =
        new MappingProfile(
            "ERP",
            "accounts",
            Map.of("postcode", "PLZ", "owner", ""),
            List.of("country=DE"),
            List.of("Status!=closed"),
            List.of("beds=Betten"),
            List.of("beds=median-by:Art"),
            "comma",
            "day-first");

    assertThat(ProfileReader.read(ProfileReader.write(profile), "erp.json")).isEqualTo(profile);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|it is no JSON object",
        "{|it is no JSON",
        "{\"colour\": \"red\"}|it has no place for `colour`",
        "{\"columns\": {\"id\": 7}}|its `columns` are no object of texts",
        "{\"set\": \"country=US\"}|its `set` is no list of texts"
      })
  void a_profile_that_cannot_be_read_is_told(String text, String what) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> ProfileReader.read(text, "erp.json"));

    assertThat(refused.problems())
        .extracting(Problem::message)
        .containsExactly("The profile `erp.json` cannot be read: %s.".formatted(what));
  }

  @Test
  void a_setting_in_a_profile_that_cannot_be_read_is_told() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> ProfileReader.read("{\"days\": \"sometimes\"}", "erp.json"));

    assertThat(refused.problems()).extracting(Problem::code).containsExactly("IMPORT_BAD_FLAG");
  }

  private static ColumnMapping map(String kind, MappingRequest request, String... header) {
    return ColumnMapping.of(
        Objects.requireNonNull(KINDS.get(kind)), "test.csv", List.of(header), List.of(), request);
  }
}
