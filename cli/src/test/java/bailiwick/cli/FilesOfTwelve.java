package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder with twelve accounts and a brief for two territories, and commands run in it. */
abstract class FilesOfTwelve {

  /** Twelve accounts, six in Chicago and six in Dallas, of equal potential. */
  static final String ACCOUNTS =
      """
      id,name,city,state,zip,potential
      1,Alder,Chicago,IL,60614,100
      2,Beech,Chicago,IL,60601,100
      3,Cedar,Chicago,IL,60622,100
      4,Doum,Evanston,IL,60201,100
      5,Elm,Naperville,IL,60540,100
      6,Fir,Joliet,IL,60435,100
      7,Gum,Dallas,TX,75201,100
      8,Hazel,Dallas,TX,75204,100
      9,Ironwood,Plano,TX,75023,100
      10,Juniper,Fort Worth,TX,76102,100
      11,Kauri,Irving,TX,75060,100
      12,Larch,Denton,TX,76201,100
      """;

  @TempDir Path folder;

  StringWriter out = new StringWriter();
  StringWriter err = new StringWriter();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("crm.csv"), ACCOUNTS);
    Files.writeString(
        folder.resolve("brief.yaml"),
        """
        name: Two halves
        country: US
        unitKind: county
        territories: 2
        measures: [{name: potential, tolerance: 0.2}]
        timeLimitSeconds: 3
        """);
  }

  final void design(String unitKind) throws IOException {
    Path brief = folder.resolve("brief.yaml");
    Files.writeString(
        brief, Files.readString(brief).replace("unitKind: county", "unitKind: " + unitKind));
    assertThat(run("import", "accounts", at("crm.csv"), "--country", "US", "--out", at("a.csv")))
        .describedAs(err.toString())
        .isZero();
    assertThat(run("design", at("brief.yaml"), "--accounts", at("a.csv"), "--out", at("plan")))
        .describedAs(err.toString())
        .isZero();
  }

  final int publish(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("publish", at("plan"), "--accounts", at("a.csv"), "--out", at("published")));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  final String route(String postcode) throws IOException {
    assertThat(run("route", at("published/rules.txt"), "--postcode", postcode, "--json")).isZero();
    JsonNode decision = JsonMapper.shared().readTree(out.toString());
    assertThat(decision.path("reason").asString()).isNotBlank();
    return decision.path("territory").asString();
  }

  final String ownership() throws IOException {
    return Files.readString(folder.resolve("published/ownership.csv"));
  }

  final String at(String name) {
    return folder.resolve(name).toString();
  }

  final int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
