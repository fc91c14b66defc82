package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference geography by command line. */
class AtlasOnFilesTest {

  private static final String DANISH =
      """
      postal_code,lat,lon,place,admin1,admin2
      5000,55.40,10.40,Odense C,Syddanmark,Odense
      5200,55.40,10.30,Odense V,Syddanmark,Odense
      5300,55.45,10.65,Kerteminde,Syddanmark,Kerteminde
      """;

  @TempDir Path folder;

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** A square of a code around a point. */
  private static String square(String code, double lon, double lat, double half) {
    return """
    {"type":"Feature","id":"%1$s","properties":{},"geometry":{"type":"Polygon","coordinates":
    [[[%2$s,%4$s],[%3$s,%4$s],[%3$s,%5$s],[%2$s,%5$s],[%2$s,%4$s]]]}}\
    """
        .formatted(code, lon - half, lon + half, lat - half, lat + half);
  }

  private String polygons(String... squares) throws IOException {
    return file(
        "true.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", squares) + "]}");
  }

  private CommandRun add(String country, String... more) {
    List<String> words =
        new ArrayList<>(List.of("atlas", "add", "--data", at("data"), "--country", country));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray(String[]::new));
  }

  private CommandRun show(String... more) {
    List<String> words = new ArrayList<>(List.of("atlas", "show", "--data", at("data")));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) {
    assertThat(run.err()).isEmpty();
    return JsonMapper.shared().readTree(run.out());
  }

  /** The code of the one problem that a failed run tells to machines. */
  private static String problem(CommandRun run) {
    assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
    JsonNode problems = json(run).path("problems");
    assertThat(problems.size()).isOne();
    return problems.path(0).path("code").asString();
  }

  @Test
  void a_country_is_added_and_shown() throws IOException {
    CommandRun added = add("dk", file("dk.csv", DANISH));

    assertThat(added.code()).describedAs(added.err()).isEqualTo(ExitCode.DONE);
    assertThat(added.out())
        .startsWith("DK: 3 postcodes, 3 areas, 0 of them with their true shape, 3 approximate");
    CommandRun shown = show();
    assertThat(shown.code()).isEqualTo(ExitCode.DONE);
    assertThat(shown.out())
        .containsPattern("(?m)^Atlas 2026\\.1\\+dk\\.\\w{8}$")
        .contains("DK  3 postcode areas, 3 of them approximate", "US  33791 postcode areas");
  }

  @Test
  void what_is_added_and_shown_is_told_to_machines() throws IOException {
    JsonNode added = json(add("DK", file("dk.csv", DANISH), "--json"));
    assertThat(added.propertyNames())
        .containsExactly(
            "country", "postcodes", "areas", "polygons", "approximateAreas", "folder", "problems");
    assertThat(added.path("areas").asInt()).isEqualTo(3);

    JsonNode shown = json(show("--json"));
    assertThat(shown.path("version").asString()).startsWith("2026.1+dk.");
    assertThat(shown.path("countries").valueStream().map(c -> c.path("country").asString()))
        .containsExactly("DK", "FR", "US");
  }

  @Test
  void polygons_add_to_what_is_there_and_a_table_begins_anew() throws IOException {
    String table = file("dk.csv", DANISH);
    add("DK", table);

    assertThat(add("DK", polygons(square("5000", 10.4, 55.4, 0.02))).out()).contains("1 of them");
    assertThat(add("DK", polygons(square("5200", 10.3, 55.4, 0.02))).out())
        .contains("DK: 3 postcodes, 3 areas, 2 of them");
    assertThat(add("DK", table).out()).contains("DK: 3 postcodes, 3 areas, 0 of them");

    CommandRun help = CommandRun.of("atlas", "add", "--help");
    assertThat(help.code()).isEqualTo(ExitCode.DONE);
    assertThat(help.out())
        .contains("Polygons alone add to what the atlas has", "A postcode table begins anew");
  }

  @Test
  void a_warning_is_told_and_the_country_is_added_all_the_same() throws IOException {
    String shapes =
        polygons(
            square("1010", 16, 48, 0.05),
            square("1020", 16.3, 48, 0.05),
            square("1030", 15.5, 48, 0.000005));

    CommandRun added = add("AT", shapes);

    assertThat(added.code()).isEqualTo(ExitCode.DONE);
    assertThat(added.err()).contains("warning ATLAS_LOST_AREAS", "1030");
    assertThat(added.out()).startsWith("AT: 3 postcodes, 2 areas");

    JsonNode again = json(add("AT", shapes, "--json")).path("problems").path(0);
    assertThat(again.path("severity").asString()).isEqualTo("warning");
    assertThat(again.path("code").asString()).isEqualTo("ATLAS_HELD_SHAPES"); // 1010 holds it now
  }

  @Test
  void wrong_files_and_countries_are_told_and_nothing_is_written() throws IOException {
    String table = file("dk.csv", DANISH);
    Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xff, 0, 1, 2});

    assertThat(problem(add("XQ", table, "--json"))).isEqualTo("ATLAS_UNKNOWN_COUNTRY");
    assertThat(problem(add("DK", at("photo.jpg"), "--json"))).isEqualTo("ATLAS_NOT_TEXT");
    assertThat(problem(add("DK", at("none.csv"), "--json"))).isEqualTo("CLI_FILE_MISSING");
    assertThat(problem(add("DK", folder.toString(), "--json"))).isEqualTo("CLI_FILE_UNUSABLE");
    CommandRun told = add("DK", at("photo.jpg"));
    assertThat(told.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(told.err()).contains("error ATLAS_NOT_TEXT", "in photo.jpg").doesNotContain("\tat ");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void words_that_are_missing_are_wrong_usage() {
    assertThat(CommandRun.of("atlas").code()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("atlas").err()).contains("Say what to do: add or show.");
    assertThat(CommandRun.of("atlas", "add", "--country", "DK").code()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("atlas", "add", at("dk.csv")).err()).contains("--country");
  }

  @Test
  void a_postcode_is_looked_up() {
    CommandRun found = show("--country", "us", "--postcode", "60614-1234");
    assertThat(found.code()).isEqualTo(ExitCode.DONE);
    assertThat(found.out()).startsWith("60614 Chicago, US/IL/17031/60614").contains("unit 60614");
    assertThat(json(show("--postcode", "60614", "--json")).path("city").asString())
        .isEqualTo("Chicago");

    CommandRun none = show("--postcode", "99999");
    assertThat(none.code()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(none.err()).contains("No postcode `99999` in US.");
  }

  @Test
  void a_postcode_of_a_country_that_is_not_there_is_told_apart_from_one_that_does_not_exist() {
    assertThat(problem(show("--country", "de", "--postcode", "80331", "--json")))
        .isEqualTo("CLI_COUNTRY_UNKNOWN");
  }

  @Test
  void a_design_over_other_borders_has_another_input_hash() throws IOException {
    String accounts =
        file(
            "crm.csv",
            """
            id,name,city,zip,potential
            1,Aulne,Mende,48000,100
            2,Buis,Marvejols,48100,100
            3,Cormier,Lyon,69001,100
            4,Douglas,Paris,75001,100
            """);
    String brief =
        file(
            "brief.yaml",
            """
            name: Halves
            country: FR
            unitKind: postcode
            territories: 2
            measures: [{name: potential, tolerance: 0.9}]
            effort: quick
            """);
    JsonNode before = designed(brief, accounts);
    assertThat(before.path("atlas").asString()).isEqualTo("2026.1");
    assertThat(designed(brief, accounts).path("inputHash")).isEqualTo(before.path("inputHash"));

    CommandRun added = add("FR", polygons(square("48000", 3.49778, 44.52757, 0.02)));
    assertThat(added.code()).describedAs(added.err()).isEqualTo(ExitCode.DONE);

    JsonNode after = designed(brief, accounts);
    assertThat(after.path("atlas").asString()).startsWith("2026.1+fr.");
    assertThat(after.path("inputHash")).isNotEqualTo(before.path("inputHash"));
  }

  private JsonNode designed(String brief, String accounts) throws IOException {
    CommandRun run =
        CommandRun.of(
            "design", brief, "--accounts", accounts, "--data", at("data"), "--out", at("plan"));
    assertThat(run.code()).describedAs(run.err()).isEqualTo(ExitCode.DONE);
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("plan/report.json")));
  }
}
