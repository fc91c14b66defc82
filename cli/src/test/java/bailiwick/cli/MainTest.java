package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TestFactory
  List<DynamicTest> every_command_explains_itself() {
    List<DynamicTest> tests = new ArrayList<>();
    collect(Main.commandLine(), List.of(), tests);
    return tests;
  }

  private void collect(CommandLine command, List<String> path, List<DynamicTest> tests) {
    command
        .getSubcommands()
        .forEach((name, sub) -> {
          List<String> full = new ArrayList<>(path);
          full.add(name);
          tests.add(
              DynamicTest.dynamicTest(
                  String.join(" ", full),
                  () -> assertThat(sub.getUsageMessage()).contains("Usage: bailiwick")));
          assertThat(sub.getCommandSpec().usageMessage().description()).isNotEmpty();
          collect(sub, full, tests);
        });
  }

  @Test
  void no_command_at_all_is_wrong_usage() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Say which command to run.");
  }

  @Test
  void a_mistyped_command_gets_a_suggestion() {
    assertThat(run("desing")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("design");
  }

  @Test
  void the_version_is_the_builds() {
    assertThat(run("--version")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Bailiwick " + Version.number());
    assertThat(Version.number()).doesNotContain("@");
  }

  @Test
  void a_missing_file_is_told_in_one_sentence_and_no_stack_trace() {
    int code = run("import", "accounts", folder.resolve("none.csv").toString(), "--check");
    assertThat(code).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("CLI_FILE_MISSING").doesNotContain("\tat ");
  }

  @Test
  void a_missing_file_is_told_to_machines_as_json() {
    run("import", "accounts", folder.resolve("none.csv").toString(), "--check", "--json");
    assertThat(out.toString()).contains("\"code\" : \"CLI_FILE_MISSING\"");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void importing_needs_to_know_where_rows_go() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "id,name\n1,A\n");
    assertThat(run("import", "accounts", file.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--check", "--out");
  }

  @Test
  void completion_prints_a_script_that_knows_the_commands() {
    assertThat(run("completion")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("bailiwick", "design", "--time-limit");
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
