package bailiwick.intake.today;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Account;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.Representative;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.account.Ground;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.roster.RosterImport;
import bailiwick.intake.table.TableSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TodayBuilderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

  @Test
  void a_unit_belongs_to_the_territory_with_the_largest_potential_in_it() {
    Today today =
        today(
            UnitKind.POSTCODE,
            """
            id,name,zip,potential,territory
            A1,a,60614,100,T01
            A2,b,60614,100,T01
            A3,c,60614,500,T02
            A4,d,02134,10,T01
            """,
            "");

    assertThat(today.alignment().findTerritory(new UnitId("60614"))).contains(code("T02"));
    assertThat(today.alignment().findTerritory(new UnitId("02134"))).contains(code("T01"));
    assertThat(today.alignment().findTerritory(new UnitId("10001"))).isEmpty();
  }

  @Test
  void an_account_keeps_its_own_territory_whatever_its_unit_says() {
    Today today =
        today(
            UnitKind.POSTCODE,
            "id,name,zip,potential,territory\nA1,a,60614,100,T01\nA2,b,60614,500,T02\n",
            "");

    assertThat(today.accountTerritory().values()).containsExactly(0, 1);
  }

  @Test
  void a_box_postcode_counts_for_the_area_that_holds_it() {
    Today today = today(UnitKind.POSTCODE, "id,name,zip,territory\nA1,a,00501,T01\n", "");

    long assigned =
        today.alignment().units().ids().stream()
            .filter(unit -> today.alignment().findTerritory(unit).isPresent())
            .count();
    assertThat(assigned).isEqualTo(1);
    assertThat(today.problems()).isEmpty();
  }

  @Test
  void counties_are_units_as_well() {
    Today today = today(UnitKind.COUNTY, "id,name,zip,territory\nA1,a,60614,T01\n", "");

    assertThat(today.alignment().findTerritory(new UnitId("17031"))).contains(code("T01"));
  }

  @Test
  void without_a_territory_column_each_owner_is_a_territory() {
    Today today =
        today(
            UnitKind.POSTCODE,
            "id,name,zip,owner\nA1,a,60614,R2\nA2,b,02134,Zoe Young\nA3,c,10001,grace@example.com\n",
            "id,name,email\nR1,Zoe Young,\nR2,Grace Huang,grace@example.com\n");

    assertThat(today.territories())
        .extracting(TodayTerritory::name)
        .containsExactly("Grace Huang", "Zoe Young");
    assertThat(today.territories())
        .extracting(each -> each.code().value())
        .containsExactly("T01", "T02");
    assertThat(today.territories().getFirst().accounts()).isEqualTo(2);
  }

  @Test
  void a_made_code_does_not_take_a_named_one() {
    Today today =
        today(
            UnitKind.POSTCODE,
            "id,name,zip,owner,territory\nA1,a,60614,Zoe,T01\nA2,b,02134,Felix,\n",
            "");

    assertThat(today.territories())
        .extracting(each -> each.code().value())
        .containsExactly("T01", "T02");
  }

  @Test
  void the_main_owner_represents_a_named_territory() {
    Today today =
        today(
            UnitKind.POSTCODE,
            """
            id,name,zip,owner,territory
            A1,a,60614,R1,T01
            A2,b,60615,R1,T01
            A3,c,60616,R2,T01
            """,
            "id,name,zip\nR1,Zoe,60614\nR2,Felix,02134\n");

    Representative person = Objects.requireNonNull(today.territories().getFirst().representative());
    assertThat(person.name()).isEqualTo("Zoe");
    assertThat(today.territories().getFirst().home()).isEqualTo(person.home());
  }

  @Test
  void owners_who_left_or_are_unknown_and_accounts_without_owner_are_told() {
    Today today =
        today(
            UnitKind.POSTCODE,
            """
            id,name,zip,owner
            A1,a,60614,R1
            A2,b,60614,R9
            A3,c,60614,
            A4,d,,R2
            """,
            "id,name,left\nR1,Zoe,2026-07-01\nR2,Felix,\n");

    assertThat(today.problems())
        .containsExactlyInAnyOrder(
            new TodayProblem.OwnerLeft("Zoe", LocalDate.of(2026, 7, 1), 1),
            new TodayProblem.OwnerUnknown("R9", 1),
            new TodayProblem.NoOwner(1));
    assertThat(today.territories())
        .filteredOn(each -> each.name().equals("Zoe"))
        .allMatch(each -> each.representative() == null);
  }

  @Test
  void accounts_can_be_units_of_their_own() {
    Today today = today(UnitKind.ACCOUNT, "id,name,owner\nA1,a,Zoe\nA2,b,Felix\nA3,c,\n", "");

    assertThat(today.alignment().units().size()).isEqualTo(3);
    assertThat(today.alignment().toArray()).containsExactly(1, 0, -1);
  }

  @Test
  void units_without_accounts_can_be_given_to_the_territory_a_few_steps_away() {
    Today today =
        today(UnitKind.COUNTY, "id,name,zip,territory\nA1,a,60614,T01\nA2,b,94105,T02\n", "");

    Alignment spread = today.spread(Ground.ATLAS.areas(UnitKind.COUNTY, "US").graph());

    assertThat(spread.findTerritory(new UnitId("17043"))).contains(code("T01")); // next to Cook
    assertThat(spread.findTerritory(new UnitId("06081"))).contains(code("T02")); // San Mateo
    assertThat(spread.toArray()).doesNotContain(Alignment.UNASSIGNED);
  }

  private static TerritoryCode code(String text) {
    return new TerritoryCode(text);
  }

  private static Today today(UnitKind kind, String accounts, String roster) {
    List<Representative> people = new ArrayList<>();
    if (!roster.isEmpty()) {
      RosterImport.with(Ground.ATLAS, ImportSettings.DEFAULT)
          .read(source(roster), MappingRequest.GUESSED, each -> people.add(each.representative()));
    }
    List<Account> read = new ArrayList<>();
    AccountImport.with(Ground.ATLAS, ImportSettings.DEFAULT)
        .read(source(accounts), MappingRequest.GUESSED, each -> read.add(each.account()));
    TodayBuilder builder = TodayBuilder.of(Ground.ATLAS, kind, "US");
    read.forEach(builder::add);
    return builder.build(people, TODAY);
  }

  private static TableSource source(String text) {
    return TableSource.of("test.csv", text.getBytes(StandardCharsets.UTF_8));
  }
}
