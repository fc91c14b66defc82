package bailiwick.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.account.AccountFields;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {

  @Test
  void the_export_of_a_crm_is_guessed() {
    ColumnMapping mapping =
        map(
            MappingRequest.GUESSED,
            "Account ID",
            "Account Name",
            "BillingStreet",
            "BillingCity",
            "BillingState",
            "BillingPostalCode",
            "BillingCountry",
            "NumberOfEmployees",
            "AnnualRevenue",
            "Account Owner");

    assertThat(mapping.column("id")).isEqualTo("Account ID");
    assertThat(mapping.column("name")).isEqualTo("Account Name");
    assertThat(mapping.column("postcode")).isEqualTo("BillingPostalCode");
    assertThat(mapping.column("region")).isEqualTo("BillingState");
    assertThat(mapping.column("employees")).isEqualTo("NumberOfEmployees");
    assertThat(mapping.column("revenue")).isEqualTo("AnnualRevenue");
    assertThat(mapping.column("owner")).isEqualTo("Account Owner");
    assertThat(mapping.uses()).allMatch(use -> use.confidence() > 0.5 && !use.chosen());
  }

  @Test
  void a_column_serves_one_field_the_better_named() {
    ColumnMapping mapping = map(MappingRequest.GUESSED, "name", "zip", "zip code");

    assertThat(mapping.column("postcode")).isEqualTo("zip");
  }

  @Test
  void what_the_user_says_goes_before_the_guess() {
    ColumnMapping mapping =
        map(request(List.of("potential=Spend", "owner="), List.of()), "name", "Spend", "owner");

    assertThat(mapping.column("potential")).isEqualTo("Spend");
    assertThat(mapping.has("owner")).isFalse();
    assertThat(mapping.uses()).anyMatch(use -> use.field().equals("potential") && use.chosen());
  }

  @Test
  void a_constant_stands_for_a_column() {
    ColumnMapping mapping = map(request(List.of(), List.of("country=US")), "name");

    assertThat(mapping.uses()).contains(new ColumnUse("country", "", "US", 1, true));
  }

  @Test
  void every_mistake_in_the_flags_is_told_at_once() {
    MappingRequest request =
        MappingRequest.parse(
            List.of("colour=name", "potential=Spnd"),
            List.of(),
            List.of("STATE=OPEN"),
            List.of("beds=BEDS"),
            List.of());

    assertThat(problems(request, "name", "Spend"))
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            "IMPORT_UNKNOWN_FIELD",
            "IMPORT_UNKNOWN_COLUMN",
            "IMPORT_UNKNOWN_COLUMN",
            "IMPORT_UNKNOWN_COLUMN");
  }

  @Test
  void a_misspelt_column_is_told_with_the_nearest() {
    List<Problem> problems =
        problems(request(List.of("potential=Spnd"), List.of()), "name", "Spend");

    assertThat(problems.getFirst().hint()).isEqualTo("Did you mean `Spend`?");
  }

  @Test
  void a_first_row_that_names_nothing_known_is_no_header() {
    assertThat(problems(MappingRequest.GUESSED, "Acme", "Boston", "MA"))
        .extracting(Problem::code)
        .containsExactly("IMPORT_NO_HEADER");
  }

  @Test
  void a_first_row_of_data_is_no_header_although_a_word_begins_like_a_name() {
    assertThat(problems(MappingRequest.GUESSED, "A0", "Company 0", "Chicago", "60614", "1000"))
        .extracting(Problem::code)
        .containsExactly("IMPORT_NO_HEADER");
    assertThat(map(MappingRequest.GUESSED, "Customer name", "2026").has("name")).isTrue();
  }

  @Test
  void without_id_and_name_a_column_is_missing() {
    assertThat(problems(MappingRequest.GUESSED, "city", "zip"))
        .extracting(Problem::code)
        .containsExactly("IMPORT_MISSING_COLUMN");
  }

  @Test
  void flags_that_cannot_be_read_are_told() {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                MappingRequest.parse(
                    List.of("potential"),
                    List.of(),
                    List.of("x"),
                    List.of(),
                    List.of("beds=mean")));

    assertThat(thrown.problems()).extracting(Problem::code).containsOnly("IMPORT_BAD_FLAG");
    assertThat(thrown.problems()).hasSize(3);
  }

  @Test
  void imputations_are_read_in_every_form() {
    MappingRequest request =
        MappingRequest.parse(
            List.of(),
            List.of(),
            List.of("STATUS!=CLOSED"),
            List.of(),
            List.of("a=median", "b=median-by type", "c=median-by:type", "d=12.5"));

    assertThat(request.imputations())
        .containsExactly(
            new Imputation.Median("a"),
            new Imputation.MedianBy("b", "type"),
            new Imputation.MedianBy("c", "type"),
            new Imputation.Constant("d", 12.5));
    assertThat(request.filters()).containsExactly(new RowFilter("STATUS", "CLOSED", false));
  }

  private static MappingRequest request(List<String> map, List<String> set) {
    return MappingRequest.parse(map, set, List.of(), List.of(), List.of());
  }

  private static ColumnMapping map(MappingRequest request, String... header) {
    return ColumnMapping.of(AccountFields.ALL, "test.csv", List.of(header), List.of(), request);
  }

  private static List<Problem> problems(MappingRequest request, String... header) {
    return catchThrowableOfType(ProblemException.class, () -> map(request, header)).problems();
  }
}
