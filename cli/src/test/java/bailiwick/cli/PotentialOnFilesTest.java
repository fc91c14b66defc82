package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Potential and workload of the accounts of a file, by a model. */
class PotentialOnFilesTest {

  @TempDir private Path folder;

  @Test
  void an_estimate_is_written_with_its_terms_and_can_be_designed_with() throws IOException {
    Path accounts =
        file("accounts.csv", "id,name,zip,employees\nA,Acme,60614,2000\nB,Bee,60601,5\n");
    Path deals =
        file("deals.csv", "id,account,stage,amount\n1,A,Won,10\n2,A,Lost,10\n3,B,Proposal,100\n");
    Path out = folder.resolve("out");

    CommandRun run = run(accounts, "--opportunities", deals.toString(), "--out", out.toString());

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllLines(out.resolve("potential.csv")))
        .containsExactly(
            "id,segment,addressableSpend,conversion,pipeline,growth,potential,visitHours,callHours,"
                + "workload,importedPotential,importedWorkload,sizeUnknown",
            "A,enterprise,200000,100000,0,0,100000,36,18,54,0,0,",
            "B,small,2000,1000,50,0,1050,1,1,2,0,0,");
    assertThat(Files.readAllLines(out.resolve("segments.csv")))
        .containsExactly(
            "segment,accounts,potential,workload,won,closed,rate",
            "enterprise,1,100000.00,54.00,1,2,0.5",
            "mid-market,0,0.00,0.00,0,0,0.5",
            "small,1,1050.00,2.00,0,0,0.5");
    assertThat(run.out()).contains("101,050").contains("50.0%");
    Path again = folder.resolve("again.csv");
    CommandRun imported =
        CommandRun.of(
            "import",
            "accounts",
            out.resolve("accounts.csv").toString(),
            "--out",
            again.toString());
    assertThat(imported.code()).as(imported.err()).isEqualTo(ExitCode.DONE);
    assertThat(again).hasSameTextualContentAs(out.resolve("accounts.csv"));
  }

  @Test
  void the_usual_model_is_printed_to_begin_from_and_changes_what_it_is_changed_to()
      throws IOException {
    CommandRun printed = CommandRun.of("potential", "--print-model");
    Path model = file("model.yaml", printed.out().replace("perAccount: 2000", "perAccount: 3000"));
    Path accounts = file("accounts.csv", "id,name,zip\nB,Bee,60601\n");
    Path out = folder.resolve("out");

    CommandRun run = run(accounts, "--model", model.toString(), "--out", out.toString());

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(out.resolve("potential.csv"))).contains("B,small,3000,600,");
    assertThat(run.err()).contains("POTENTIAL_NO_DEALS").contains("20.0 % is the rate of all");
  }

  @Test
  void a_wrong_model_is_told_by_field_and_nothing_is_written() throws IOException {
    Path model = file("model.yaml", "segments:\n  - name: all\n    growht: 0.1\n");
    Path accounts = file("accounts.csv", "id,name,zip\nB,Bee,60601\n");
    Path out = folder.resolve("out");

    CommandRun run = run(accounts, "--model", model.toString(), "--out", out.toString());

    assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
    assertThat(run.err())
        .contains("A model has no field `/segments/0/growht`.")
        .contains("The fields here are name, ");
    assertThat(out).doesNotExist();
  }

  @Test
  void deals_of_unknown_accounts_are_told_and_left_out() throws IOException {
    Path accounts = file("accounts.csv", "id,name,zip\nB,Bee,60601\n");
    Path deals = file("deals.csv", "id,account,stage,amount\n1,X,Won,10\n");
    Path out = folder.resolve("out");

    CommandRun run = run(accounts, "--opportunities", deals.toString(), "--out", out.toString());

    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("1 of 1 deals were left out");
    assertThat(Files.readString(out.resolve("segments.csv"))).contains("small,1,400.00,2.00,0,0,");
  }

  @Test
  void without_accounts_or_folder_the_usage_is_told() {
    assertThat(CommandRun.of("potential").code()).isEqualTo(ExitCode.USAGE);
  }

  private CommandRun run(Path accounts, String... flags) {
    String[] arguments = new String[flags.length + 2];
    arguments[0] = "potential";
    arguments[1] = accounts.toString();
    System.arraycopy(flags, 0, arguments, 2, flags.length);
    return CommandRun.of(arguments);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
