package bailiwick.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher of a clone, run from a folder with a space and letters outside ASCII in its name, on
 * JDKs that are folders with a version and a {@code java} that says what it was asked.
 */
class LauncherTest {

  private static final int CANNOT_START = 70;
  private static final List<String> PLAIN_TOOLS =
      List.of("sh", "sed", "head", "find", "dirname", "basename", "readlink", "mkdir", "cat", "tr");

  @TempDir Path scratch;

  private Path home;

  @BeforeEach
  void copies_the_launcher_into_a_release() throws IOException {
    home = Files.createDirectories(scratch.resolve("Größe und mehr"));
    install("25");
  }

  @Test
  void java_home_is_taken_when_it_is_new_enough() throws Exception {
    Path jdk = jdk("mine", "25.0.1");

    Ran ran = launch(Map.of("JAVA_HOME", jdk.toString()), "--print-java-home");

    assertThat(ran.out().strip()).isEqualTo(jdk.toString());
  }

  @Test
  void an_old_java_home_is_passed_over_for_a_newer_one_on_the_path() throws Exception {
    Path old = jdk("old", "17.0.2");
    Path newer = jdk("newer", "26");
    Path bin = Files.createDirectories(scratch.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), newer.resolve("bin/java"));

    Ran ran =
        launch(
            Map.of("JAVA_HOME", old.toString(), "PATH", bin + ":" + System.getenv("PATH")),
            "--print-java-home");

    assertThat(Path.of(ran.out().strip()).toRealPath()).isEqualTo(newer.toRealPath());
  }

  @Test
  void a_runtime_without_a_compiler_is_not_taken_to_build() throws Exception {
    Path runtime = jdk("runtime", "25");
    Files.delete(runtime.resolve("bin/javac"));

    Ran ran = launch(Map.of("JAVA_HOME", runtime.toString()), "--print-java-home");

    assertThat(ran.out().strip()).isNotEqualTo(runtime.toString());
  }

  @Test
  void without_a_new_enough_jdk_it_says_what_to_install() throws Exception {
    install("999");
    placeJar();

    Ran ran = launch(Map.of("JAVA_HOME", jdk("mine", "25").toString()), "demo");

    assertThat(ran.code()).isEqualTo(CANNOT_START);
    assertThat(ran.errors())
        .contains("needs a Java Development Kit, version 999 or newer", "JAVA_HOME", "apt-get");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void the_program_gets_its_arguments_as_they_were_given() throws Exception {
    placeJar();

    Ran ran =
        launch(
            Map.of("JAVA_HOME", jdk("mine", "25").toString(), "BAILIWICK_JAVA_OPTS", "-Xmx3g"),
            "import",
            "accounts",
            "my file.csv",
            "--set",
            "name=a \"b\" $c *");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines())
        .contains("-Xmx3g", "my file.csv", "name=a \"b\" $c *", "-Dbailiwick.home=" + home);
  }

  @Test
  void a_link_to_the_launcher_starts_the_folder_it_points_into() throws Exception {
    placeJar();
    Path link = Files.createSymbolicLink(scratch.resolve("bw"), home.resolve("bailiwick"));

    Ran ran = run(link, Map.of("JAVA_HOME", jdk("mine", "25").toString()), "--help");

    assertThat(ran.out().lines()).contains("-Dbailiwick.home=" + home, "--help");
  }

  @Test
  void a_folder_without_a_jar_and_without_sources_is_named() throws Exception {
    Ran ran = launch(Map.of("JAVA_HOME", jdk("mine", "25").toString()), "demo");

    assertThat(ran.code()).isEqualTo(CANNOT_START);
    assertThat(ran.errors()).contains("neither a clone nor a release");
  }

  @Test
  void a_clone_on_a_machine_without_maven_says_what_to_install() throws Exception {
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Path tools = Files.createDirectories(scratch.resolve("tools"));
    for (String tool : PLAIN_TOOLS) {
      Files.createSymbolicLink(tools.resolve(tool), where(tool));
    }

    Ran ran =
        launch(Map.of("JAVA_HOME", jdk("mine", "25").toString(), "PATH", tools.toString()), "demo");

    assertThat(ran.code()).isEqualTo(CANNOT_START);
    assertThat(ran.errors()).contains("needs Maven", "apt-get install maven");
  }

  private void install(String requiredJava) throws IOException {
    String script = Files.readString(Path.of("../bailiwick"));
    assertThat(script).contains("required_java=25");
    Path copy = home.resolve("bailiwick");
    Files.writeString(copy, script.replace("required_java=25", "required_java=" + requiredJava));
    assertThat(copy.toFile().setExecutable(true)).isTrue();
  }

  private void placeJar() throws IOException {
    Files.writeString(
        Files.createDirectories(home.resolve("lib")).resolve("bailiwick.jar"), "a jar");
  }

  /** A folder that looks like a JDK; its java prints each argument on a line of its own. */
  private Path jdk(String name, String version) throws IOException {
    Path folder = scratch.resolve(name);
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    for (String program : List.of("java", "javac")) {
      Path file = bin.resolve(program);
      Files.writeString(file, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return folder;
  }

  private static Path where(String tool) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path file = Path.of(folder, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IllegalStateException("No " + tool + " on the PATH.");
  }

  private Ran launch(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return run(home.resolve("bailiwick"), environment, arguments);
  }

  private Ran run(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(scratch, "out", ".txt");
    Path errors = Files.createTempFile(scratch, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(errors.toFile());
    Map<String, String> set = new HashMap<>(environment);
    set.put("XDG_CACHE_HOME", scratch.resolve("cache").toString());
    builder.environment().remove("BAILIWICK_JAVA_OPTS");
    builder.environment().putAll(set);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).describedAs("the launcher ended").isTrue();
    return new Ran(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(errors, StandardCharsets.UTF_8));
  }

  /** What a run of the launcher came to. */
  private record Ran(int code, String out, String errors) {}
}
