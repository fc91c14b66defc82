package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Territories are changed, counted and grouped from a brief and a file of accounts. */
class ModesOnFilesTest extends FilesOfTwelve {

  @Test
  void a_split_leaves_all_other_territories_untouched() throws IOException {
    assertThat(change("split: { territory: North, into: 2 }")).isEqualTo(ExitCode.DONE);

    JsonNode report = report();
    JsonNode change = report.path("change");
    assertThat(names(report)).containsExactlyInAnyOrder("North", "South", "North-2");
    assertThat(change.path("untouchedTerritories").asInt()).isEqualTo(1);
    assertThat(change.path("changedHandsBesides").path("accounts").asDouble())
        .isEqualTo(change.path("leastPossibleBesides").asDouble());
    assertThat(report.path("objectiveName").asString()).isEqualTo("disruption");
    assertThat(report.path("objective").asDouble())
        .isEqualTo(change.path("changedHandsBesides").path("accounts").asDouble());
    assertThat(out.toString()).contains("1 territories are untouched");
    assertThat(run("replay", at("plan"))).as(out.toString()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void a_removed_territory_s_accounts_go_to_those_that_stay() throws IOException {
    assertThat(change("remove: [South]")).isEqualTo(ExitCode.DONE);

    JsonNode report = report();
    assertThat(names(report)).containsExactly("North");
    assertThat(report.path("change").path("hadToChangeHands").path("accounts").asInt())
        .isEqualTo(6);
    assertThat(report.path("change").path("changedHandsBesides").path("units").asInt()).isZero();
  }

  @Test
  void no_curve_leads_from_today_to_other_territories() throws IOException {
    assertThat(change("add: 1", "--trade-off", "3")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("BRIEF_BESIDE_CURVE").contains("/change");

    assertThat(designed("territories: 2\ndistricts: { count: 1 }", "--trade-off", "3"))
        .isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("/districts");
    assertThat(folder.resolve("plan/report.json")).doesNotExist();
  }

  @Test
  void an_unknown_territory_is_told_with_those_there_are() throws IOException {
    assertThat(change("split: { territory: East }")).isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString()).contains("CHANGE_UNKNOWN_TERRITORY").contains("North, South");
    assertThat(folder.resolve("plan/report.json")).doesNotExist();
  }

  @Test
  void territories_can_only_be_left_out_where_accounts_name_theirs() throws IOException {
    assertThat(designed("change: { add: 1 }")).isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString()).contains("BRIEF_NO_TODAY");
  }

  @Test
  void the_best_number_of_territories_comes_with_the_numbers_tried_and_the_reason()
      throws IOException {
    assertThat(
            designed(
                "bestNumber: { measure: accounts, target: 4, tolerance: 0.6, most: 4,"
                    + " assumptions: [{ name: more calls, factor: 2 }] }"))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);

    JsonNode best = report().path("bestNumber");
    assertThat(best.path("chosen").asInt()).isEqualTo(3);
    assertThat(best.path("reason").asString()).startsWith("3 territories");
    assertThat(best.path("tried").size()).isEqualTo(3);
    assertThat(best.path("assumptions").get(0).path("best").asInt()).isEqualTo(2);
    assertThat(names(report())).containsExactly("T01", "T02", "T03");
    assertThat(run("replay", at("plan"))).as(out.toString()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void there_are_as_many_territories_as_districts_and_capacities_need() throws IOException {
    String number = "bestNumber: { measure: accounts, target: 4, tolerance: 0.6, most: 4 }\n";

    assertThat(designed(number + "districts: { count: 4 }")).as(err.toString()).isNotEqualTo(1);
    assertThat(names(report())).hasSize(4);
    String fewer = "bestNumber: { measure: accounts, target: 6, tolerance: 0.6, most: 4 }\n";
    assertThat(designed(fewer + "capacities: [{ measure: accounts, capacity: 5 }]"))
        .as(out.toString())
        .isZero();
    assertThat(names(report())).hasSize(3);
  }

  @Test
  void a_target_that_no_number_can_keep_is_told() throws IOException {
    assertThat(designed("bestNumber: { measure: accounts, target: 100, tolerance: 0.1 }"))
        .isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString()).contains("NUMBER_RANGE_EMPTY");
  }

  @Test
  void districts_stand_beside_territories_and_their_sums_reconcile() throws IOException {
    for (String first : List.of("territories", "districts")) {
      String districts = "districts: { count: 2, tolerance: 0.2, first: %s }".formatted(first);
      assertThat(designed("territories: 4\n" + districts)).as(err.toString()).isZero();

      JsonNode report = report();
      assertThat(Files.readAllLines(folder.resolve("plan/assignment.csv")).getFirst())
          .isEqualTo("id,territory,center,district");
      for (JsonNode district : report.path("districts").path("list")) {
        double sum = 0;
        for (JsonNode territory : report.path("territories")) {
          boolean isIn =
              territory.path("district").asString().equals(district.path("code").asString());
          sum += isIn ? territory.path("potential").asDouble() : 0;
        }
        assertThat(district.path("potential").asDouble()).isEqualTo(sum).isPositive();
      }
      assertThat(run("replay", at("plan"))).as(out.toString()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void more_districts_than_territories_are_told_before_the_work() throws IOException {
    assertThat(designed("territories: 2\ndistricts: { count: 3 }")).isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString()).contains("DISTRICT_TOO_MANY");
  }

  /** Carries out a change of the two territories that the accounts name. */
  private int change(String asked, String... options) throws IOException {
    List<String> rows = ACCOUNTS.lines().toList();
    StringBuilder owned = new StringBuilder(rows.getFirst()).append(",territory\n");
    for (String row : rows.subList(1, rows.size())) {
      owned.append(row).append(row.contains(",IL,") ? ",North\n" : ",South\n");
    }
    Files.writeString(folder.resolve("crm.csv"), owned);
    return designed("change: { %s }".formatted(asked), options);
  }

  private int designed(String asked, String... options) throws IOException {
    Files.writeString(folder.resolve("brief.yaml"), brief(asked));
    assertThat(run("import", "accounts", at("crm.csv"), "--country", "US", "--out", at("a.csv")))
        .describedAs(err.toString())
        .isZero();
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of("design", at("brief.yaml"), "--accounts", at("a.csv"), "--out", at("plan")));
    command.addAll(List.of(options));
    return run(command.toArray(String[]::new));
  }

  private static String brief(String asked) {
    return """
    unitKind: county
    contiguous: false
    measures: [{ name: potential, tolerance: 0.4 }]
    effort: quick
    %s
    """
        .formatted(asked);
  }

  private JsonNode report() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("plan/report.json")));
  }

  private static List<String> names(JsonNode report) {
    return report.path("territories").values().stream()
        .map(territory -> territory.path("code").asString())
        .toList();
  }
}
