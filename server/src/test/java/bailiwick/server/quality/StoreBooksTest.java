package bailiwick.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.intake.quality.Doubt;
import bailiwick.intake.quality.Finding;
import bailiwick.intake.quality.JudgedAccounts;
import bailiwick.intake.quality.QualityReport;
import bailiwick.server.fixture.ServerParts;
import bailiwick.server.intake.ImportFlags;
import bailiwick.server.intake.ImportKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Doubts about what a store holds. */
class StoreBooksTest {

  @TempDir private Path folder;
  private ServerParts parts;

  @BeforeEach
  void open() {
    parts = ServerParts.open(folder);
  }

  @AfterEach
  void close() {
    parts.close();
  }

  private List<Finding> findings(Doubt doubt) {
    JudgedAccounts judged =
        StoreBooks.judge(parts.store, StoreBooks.limits(parts.store), parts.today.date());
    var territory = new ScenarioTerritory(new TerritoryCode("T"), "T", 0, 1, null, null);
    QualityReport report = StoreBooks.report(judged, List.of(territory), account -> 0);
    return report.findings().stream().filter(one -> one.doubt() == doubt).toList();
  }

  @Test
  void doubts_about_amounts_of_a_file_hold_until_a_model_gives_those_amounts() {
    parts.load(
        ImportKind.ACCOUNTS,
        """
        id,name,postcode,country,employees,potential,workload,sales
        A,Alder Works,60614,US,200,1000,4,500
        B,Birch Mills,60614,US,300,2000,5,600
        C,Cedar Forge,60614,US,250,,,
        """,
        imputing("potential=median", "workload=median", "sales=median"));
    assertThat(findings(Doubt.AMOUNT_IMPUTED))
        .singleElement()
        .satisfies(told -> assertThat(told.detail()).contains("potential", "workload", "sales"));

    parts.force(ServerParts.MODEL);

    assertThat(findings(Doubt.AMOUNT_IMPUTED))
        .as("the model takes sales from the file")
        .singleElement()
        .satisfies(told ->
            assertThat(told.detail()).contains("sales").doesNotContain("potential", "workload"));

    parts.store.potential().withdraw("planner");
    assertThat(findings(Doubt.AMOUNT_IMPUTED))
        .singleElement()
        .satisfies(told -> assertThat(told.detail()).contains("potential", "workload", "sales"));
  }

  @Test
  void an_account_that_a_model_in_force_has_not_seen_counts_by_its_file_and_its_doubts_hold() {
    parts.load(
        ImportKind.ACCOUNTS,
        "id,name,postcode,country,employees,potential\nA,Alder Works,60614,US,200,1000\n");
    parts.force(ServerParts.MODEL);
    parts.update("UPDATE potential_in_force SET model = '{\"segments\": 7}'");

    parts.load(
        ImportKind.ACCOUNTS,
        """
        id,name,postcode,country,employees,potential
        A,Alder Works,60614,US,200,
        B,Birch Mills,60614,US,300,2000
        C,Cedar Forge,60614,US,250,
        """,
        imputing("potential=median"));

    assertThat(findings(Doubt.AMOUNT_IMPUTED))
        .as("the model says what the first is worth")
        .singleElement()
        .satisfies(told -> assertThat(told.account().account().externalId()).isEqualTo("C"));
  }

  private static ImportFlags imputing(String... amounts) {
    ImportFlags guessed = ImportFlags.GUESSED;
    return new ImportFlags(
        guessed.columns(),
        guessed.set(),
        guessed.where(),
        List.of(amounts),
        guessed.measure(),
        guessed.profile(),
        guessed.delimiter(),
        guessed.encoding(),
        guessed.sheet(),
        guessed.decimal(),
        guessed.days(),
        guessed.country(),
        guessed.asOf(),
        guessed.goodRowsOnly(),
        guessed.extent(),
        guessed.mergeProspects());
  }
}
