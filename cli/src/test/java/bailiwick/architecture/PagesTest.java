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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The project's pages: what they name exists, what they must name they name. */
class PagesTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
  private static final Pattern ENTRY = Pattern.compile("(?m)^\\W*`([A-Z][A-Z0-9_]+)`");

  @Test
  void every_problem_code_has_an_entry_in_the_list() throws IOException {
    var listed = new TreeSet<String>();
    var entries = ENTRY.matcher(Files.readString(Ours.root().resolve("docs/problems.md")));
    while (entries.find()) {
      listed.add(entries.group(1));
    }
    assertThat(listed).containsAll(codesInTheSources());
  }

  /** The codes of all records of the sealed families, read from the sources that declare them. */
  private static Set<String> codesInTheSources() {
    var codes = new TreeSet<String>();
    Ours.MAIN.stream()
        .filter(type -> type.isAssignableTo(Problem.class) && !type.isInterface())
        .map(PagesTest::sourceOf)
        .distinct()
        .forEach(source -> {
          var literals = CODE.matcher(read(source));
          while (literals.find()) {
            codes.add(literals.group(1));
          }
        });
    return codes;
  }

  private static Path sourceOf(JavaClass type) {
    String name = type.getName();
    String outermost = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    String inPackages = outermost.replace('.', '/') + ".java";
    String module = Path.of(inPackages).getName(1).toString();
    return Ours.root().resolve(module).resolve("src/main/java").resolve(inPackages);
  }

  @Test
  void every_path_that_a_page_links_exists() throws IOException {
    var broken = new ArrayList<String>();
    for (Path page : pages()) {
      var links = LINK.matcher(read(page));
      while (links.find()) {
        String target = links.group(1);
        if (!target.contains("://")
            && !target.startsWith("mailto:")
            && !Files.exists(page.resolveSibling(target))) {
          broken.add(Ours.root().relativize(page) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(Ours.root());
        Stream<Path> docs = Files.walk(Ours.root().resolve("docs"))) {
      return Stream.concat(top, docs).filter(path -> path.toString().endsWith(".md")).toList();
    }
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
