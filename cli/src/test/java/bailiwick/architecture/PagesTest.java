package bailiwick.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.problem.Problem;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The project's pages: what they name exists, what they must name they name. */
class PagesTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
  private static final Pattern ENTRY = Pattern.compile("(?m)^- `([A-Z][A-Z0-9_]+)`");
  private static final Pattern TYPE = Pattern.compile("`([A-Za-z]+)`");
  private static final Pattern CALL = Pattern.compile("\\$base(/[A-Za-z$/-]*)");

  @Test
  void the_list_of_problems_has_every_code_once_in_order_and_no_other() {
    List<String> listed = found(ENTRY, read(Ours.root().resolve("docs/problems.md")));
    Set<String> families =
        Stream.concat(listed.stream(), literals(type -> type.isAssignableTo(Problem.class)))
            .map(PagesTest::family)
            .collect(Collectors.toSet());
    assertThat(listed)
        .containsExactlyElementsOf(
            literals(type -> true)
                .filter(code -> families.contains(family(code)))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** What looks like a code in the sources of some types. */
  private static Stream<String> literals(Predicate<JavaClass> of) {
    return Ours.MAIN.stream()
        .filter(of)
        .map(PagesTest::sourceOf)
        .distinct()
        .flatMap(source -> found(CODE, read(source)).stream());
  }

  private static String family(String code) {
    return code.substring(0, code.indexOf('_'));
  }

  private static Path sourceOf(JavaClass type) {
    String name = type.getName();
    String outermost = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    String inPackages = outermost.replace('.', '/') + ".java";
    String module = Path.of(inPackages).getName(1).toString();
    return Ours.root().resolve(module).resolve("src/main/java").resolve(inPackages);
  }

  @Test
  void every_path_that_a_page_links_exists() throws Exception {
    var broken = new ArrayList<String>();
    for (Path page : pages()) {
      for (String target : found(LINK, read(page))) {
        if (!target.contains("://")
            && !target.startsWith("mailto:")
            && !Files.exists(page.resolveSibling(target))) {
          broken.add(Ours.root().relativize(page) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static List<Path> pages() throws IOException, InterruptedException {
    return committedFiles().stream()
        .filter(file -> file.endsWith(".md"))
        .map(Ours.root()::resolve)
        .toList();
  }

  @Test
  void every_decision_stands_in_their_list() throws Exception {
    List<String> listed = found(LINK, read(Ours.root().resolve("docs/decisions/README.md")));
    assertThat(listed)
        .containsExactlyElementsOf(
            pages().stream()
                .filter(page -> page.getParent().endsWith("docs/decisions"))
                .map(page -> page.getFileName().toString())
                .filter(name -> !name.equals("README.md"))
                .toList());
  }

  @Test
  void the_glossary_names_types_that_there_are() {
    Set<String> types =
        Ours.MAIN.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
    List<String> named =
        read(Ours.root().resolve("docs/glossary.md"))
            .lines()
            .filter(line -> line.startsWith("| **"))
            .map(line -> line.split("\\|", -1)[3])
            .flatMap(column -> found(TYPE, column).stream())
            .toList();
    assertThat(named).isNotEmpty().isSubsetOf(types);
  }

  @Test
  void the_guide_to_the_api_calls_operations_that_there_are() {
    JsonNode document =
        JsonMapper.shared().readTree(Ours.class.getResourceAsStream("/openapi/bailiwick-v1.json"));
    List<String> operations =
        document.get("paths").propertyNames().stream()
            .map(path -> path.replace("/api/v1", "").replaceAll("\\{[^}]*}", "*"))
            .toList();
    List<String> called =
        found(CALL, read(Ours.root().resolve("docs/api.md"))).stream()
            .map(path -> path.replaceAll("\\$[a-z]+", "*"))
            .map(path -> path.replace("/imports/accounts", "/imports/*"))
            .toList();
    assertThat(called).hasSizeGreaterThan(10).isSubsetOf(operations);
  }

  @Test
  void no_committed_file_names_a_registry_or_a_folder_of_one_machine() throws Exception {
    var places =
        Pattern.compile(
            "registry\\.npm"
                + "js\\.org|repo\\d*\\.maven|maven\\.apache\\.org/maven2"
                + "|/(?:root|home/(?!linuxbrew)[a-z]+|work|Users/[a-z]+)/[\\w.]");
    var found = new ArrayList<String>();
    for (String file : committedFiles()) {
      Path path = Ours.root().resolve(file);
      if (Files.isRegularFile(path)) {
        var match = places.matcher(readIfText(path));
        if (match.find()) {
          found.add(file + ": " + match.group());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<String> committedFiles() throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "ls-files")
            .directory(Ours.root().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream out = git.getInputStream()) {
      List<String> files = new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      git.waitFor();
      return files;
    }
  }

  /** What the pattern's first group matched, in order. */
  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file, empty when it is not one. */
  private static String readIfText(Path file) throws IOException {
    try {
      return Files.size(file) > 4_000_000 ? "" : Files.readString(file);
    } catch (MalformedInputException notText) {
      return "";
    }
  }
}
