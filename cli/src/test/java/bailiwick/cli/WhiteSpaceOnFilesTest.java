package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Market figures against customers, and profiles of columns, by command line. */
class WhiteSpaceOnFilesTest {

  @TempDir private Path folder;

  @Test
  void market_share_and_white_space_are_told_by_area() throws IOException {
    Path accounts = file("accounts.csv", "name,zip,sales\nA,60614,300\nB,60614,100\nC,53202,50\n");
    Path market = file("market.csv", "zip,spend,clinics\n60614,1000,8\n60601,500,\n53202,,1\n");
    Path prospects = file("prospects.csv", "name,zip\nD,60601\n");
    Path out = folder.resolve("out.csv");

    CommandRun spend =
        run(accounts, "--market", market, "--measure", "spend", "--prospects", prospects, "--json");
    CommandRun clinics =
        run(
            accounts,
            "--market",
            market,
            "--measure",
            "c=clinics",
            "--by",
            "postcode",
            "--out",
            out);

    JsonNode told = JsonMapper.shared().readTree(spend.out());
    JsonNode cook = told.path("areas").path(0);
    assertThat(cook.path("area").asString()).isEqualTo("US/IL/17031");
    assertThat(cook.path("market").asDouble()).isEqualTo(1_500);
    assertThat(cook.path("own").asDouble()).isEqualTo(400);
    assertThat(cook.path("open").asDouble()).isEqualTo(1_100);
    assertThat(cook.path("prospects").asLong()).isEqualTo(1);
    assertThat(told.path("own").asString()).isEqualTo("sales");
    assertThat(clinics.code()).isEqualTo(ExitCode.DONE);
    assertThat(clinics.out())
        .startsWith("9 c in 2 areas; own customers 3 (33.333 %), white space 6");
    assertThat(Files.readString(out)).contains("US/IL/17031/60614,8,2,0.25,6,2,0");
  }

  @Test
  void a_measure_that_the_file_does_not_have_is_refused_with_those_it_has() throws IOException {
    Path accounts = file("accounts.csv", "name,zip\nA,60614\n");
    Path market = file("market.csv", "zip,households\n60614,1000\n");

    CommandRun refused = run(accounts, "--market", market, "--measure", "spend");

    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("--measure must be one of households.");
  }

  @Test
  void columns_are_kept_as_a_profile_and_the_next_file_is_read_by_it() throws IOException {
    Path first = file("march.csv", "Nr,Firma,PLZ,Ziel\n1,Acme,60614,\"1.234,5\"\n");
    Path next = file("april.csv", "Nr,Firma,PLZ,Ziel\n1,Acme,60614,\"1.234\"\n");
    Path profile = folder.resolve("erp.json");

    CommandRun saved =
        CommandRun.of(
            "import",
            "accounts",
            first.toString(),
            "--check",
            "--map",
            "id=Nr",
            "--map",
            "name=Firma",
            "--map",
            "potential=Ziel",
            "--decimal",
            "comma",
            "--save-profile",
            profile.toString());
    CommandRun read =
        CommandRun.of(
            "import",
            "accounts",
            next.toString(),
            "--check",
            "--json",
            "--profile",
            profile.toString());
    CommandRun other =
        CommandRun.of(
            "import", "quotas", next.toString(), "--check", "--profile", profile.toString());

    assertThat(saved.code()).as(saved.err()).isEqualTo(ExitCode.DONE);
    JsonNode report = JsonMapper.shared().readTree(read.out());
    assertThat(report.path("profile").asString()).isEqualTo("erp");
    assertThat(report.path("accepted").asLong()).isEqualTo(1);
    assertThat(report.path("mapping").valueStream())
        .anyMatch(use ->
            use.path("field").asString().equals("potential")
                && use.path("habit").asString().equals("decimal comma"));
    assertThat(other.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(other.err()).contains("IMPORT_BAD_FLAG");
  }

  private CommandRun run(Path accounts, Object... arguments) {
    String[] words = new String[arguments.length + 2];
    words[0] = "whitespace";
    words[1] = accounts.toString();
    for (int k = 0; k < arguments.length; k++) {
      words[k + 2] = arguments[k].toString();
    }
    return CommandRun.of(words);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
