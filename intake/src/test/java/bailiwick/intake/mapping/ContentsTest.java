package bailiwick.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.intake.account.AccountFields;
import bailiwick.intake.record.RecordFields;
import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the cells of a column tell of it, beside its name. */
class ContentsTest {

  @Test
  void columns_with_names_that_say_nothing_are_told_by_their_cells() {
    ColumnMapping mapping =
        map(
            AccountFields.ALL,
            """
            Kunde,A,B,C,D
            Acme,60614,IL,United States,acme.com
            Bolt,02134,MA,United States,www.bolt.io
            Core,33101,FL,Canada,core.net/en
            Dyno,98101,WA,United States,https://dyno.org
            Edge,10001,NY,United States,edge.dev
            """,
            "name=Kunde");

    assertThat(mapping.column("postcode")).isEqualTo("A");
    assertThat(mapping.column("region")).isEqualTo("B");
    assertThat(mapping.column("country")).isEqualTo("C");
    assertThat(mapping.column("website")).isEqualTo("D");
    assertThat(mapping.uses())
        .filteredOn(use -> use.field().equals("postcode"))
        .allMatch(use -> use.confidence() == 0.6 && !use.chosen());
  }

  @Test
  void a_mail_address_tells_a_contact_s_column() {
    ColumnMapping mapping =
        map(
            RecordFields.CONTACTS,
            "account,x\nA,a@x.com\nA,b@x.com\nA,c@x.com\nA,\nA,d@x.com\nA,e@y.co.uk\n");

    assertThat(mapping.column("email")).isEqualTo("x");
  }

  @Test
  void two_columns_of_one_shape_are_not_told_apart() {
    ColumnMapping mapping =
        map(RecordFields.CONTACTS, "account,name,x,y\n" + "A,Ana,a@x.com,b@x.com\n".repeat(6));

    assertThat(mapping.has("email")).isFalse();
  }

  @Test
  void numbers_alone_are_no_postcodes_unless_they_differ_and_have_five_digits() {
    assertThat(map(AccountFields.ALL, "name,x\n" + "Acme,60614\n".repeat(9)).has("postcode"))
        .isFalse();
    assertThat(
            map(AccountFields.ALL, "name,x\nA,1\nB,22\nC,333\nD,4444\nE,55555\n").has("postcode"))
        .isFalse();
  }

  @Test
  void an_owner_that_is_a_category_is_no_representative() {
    String names = "id,name,owner\nH1,One,%s\nH2,Two,%s\nH3,Three,%s\n";

    assertThat(
            map(
                    AccountFields.ALL,
                    names.formatted("PROPRIETARY", "NON-PROFIT", "GOVERNMENT - LOCAL"))
                .has("owner"))
        .isFalse();
    assertThat(map(AccountFields.ALL, names.formatted("Ada Byron", "ada", "275")).column("owner"))
        .isEqualTo("owner");
    assertThat(map(AccountFields.ALL, names.formatted("", "", "R07")).column("owner"))
        .isEqualTo("owner");
  }

  @Test
  void cells_that_fit_make_a_guess_surer_and_cells_that_do_not_less_sure() {
    String fits = "name,zip area\nA,60614\nB,60615\nC,60616\n";
    String fitsNot = "name,zip area\nA,North of the river\nB,South bank\nC,Old town\n";
    String named = "name,potential\nA,high\nB,low\nC,high\n";

    assertThat(confidence(map(AccountFields.ALL, fits), "postcode")).isGreaterThan(0.8);
    assertThat(map(AccountFields.ALL, fitsNot).has("postcode")).isFalse();
    assertThat(confidence(map(AccountFields.ALL, named), "potential")).isBetween(0.5, 0.6);
  }

  private static double confidence(ColumnMapping mapping, String field) {
    return mapping.uses().stream()
        .filter(use -> use.field().equals(field))
        .mapToDouble(ColumnUse::confidence)
        .sum();
  }

  private static ColumnMapping map(FieldSet fields, String text, String... map) {
    TableSource source = TableSource.of("test.csv", text.getBytes(StandardCharsets.UTF_8));
    try (TableReader table = TableReader.open(source, TableOptions.SNIFFED)) {
      return ColumnMapping.of(
          fields,
          "test.csv",
          table.header(),
          table.beginning(200),
          MappingRequest.parse(List.of(map), List.of(), List.of(), List.of(), List.of()));
    }
  }
}
