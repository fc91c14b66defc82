package bailiwick.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import bailiwick.server.fixture.ServerParts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from a load: figures of a model in force. */
class FileLoaderTest {

  private static final String ACCOUNTS =
      """
      id,name,postcode,country,employees,potential
      A,Alder Works,60614,US,200,1
      B,Birch Mills,60614,US,300,1
      """;

  private static final String DEALS =
      "id,account,stage,amount,closed\n1,A,Offer,1000,\n2,A,Won,10,2026-02-01\n";

  @TempDir private static Path folder;
  private static ServerParts parts;

  @BeforeAll
  static void open() {
    parts = ServerParts.open(folder);
  }

  @AfterAll
  static void close() {
    parts.close();
  }

  @BeforeEach
  void a_model_is_in_force() {
    parts.load(ImportKind.ACCOUNTS, ACCOUNTS);
    parts.load(ImportKind.OPPORTUNITIES, DEALS);
    parts.force(ServerParts.MODEL);
  }

  @Test
  void deals_that_a_source_has_no_longer_count_no_longer() {
    assertThat(parts.terms("A").openDealsCents()).isEqualTo(75_000);
    assertThat(parts.terms("B").conversionCents()).as("the one closed was won").isEqualTo(300_000);

    List<Problem> notes = parts.loader.clearDeals("CRM deals", "planner");

    assertThat(notes).isEmpty();
    assertThat(parts.terms("A").openDealsCents()).isZero();
    assertThat(parts.terms("B").conversionCents()).as("half without deals").isEqualTo(150_000);
  }

  @Test
  void a_model_that_cannot_be_worked_out_anew_does_not_make_the_load_fail() {
    parts.update("UPDATE potential_in_force SET model = '{\"segments\": 7}'");

    FileLoader.Loaded loaded =
        parts.load(ImportKind.ACCOUNTS, ACCOUNTS.replace("US,200,1", "US,900,44"));

    assertThat(loaded.loaded()).isTrue();
    assertThat(loaded.notes())
        .singleElement()
        .satisfies(note -> {
          assertThat(note.code()).isEqualTo("POTENTIAL_NOT_RENEWED");
          assertThat(note.severity()).isEqualTo(Severity.WARNING);
          assertThat(note.message()).contains("still those of before the load");
          assertThat(note.hint()).contains("Put the model in force again");
        });
    assertThat(parts.terms("A").spendCents()).as("of before").isEqualTo(200_000);
    assertThat(parts.store.accounts().get(parts.id("A")).imported().potentialCents())
        .as("of the file")
        .isEqualTo(4_400);
    assertThat(parts.loader.clearDeals("CRM deals", "planner"))
        .extracting(Problem::code)
        .containsExactly("POTENTIAL_NOT_RENEWED");
  }
}
