package bailiwick.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The deployable jar holds no library that the notice does not name. */
class NoticeIT {

  private static final Path JAR = Path.of("target", "bailiwick.jar");
  private static final Pattern LIBRARY = Pattern.compile("BOOT-INF/lib/(.+?)-\\d[^/]*\\.jar");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9.-]*\\*?");

  @Test
  void every_library_in_the_jar_is_named_with_its_licence() throws IOException {
    Set<String> named =
        NAME.matcher(Files.readString(Ours.root().resolve("NOTICE")))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> libraries =
          jar.stream()
              .map(entry -> LIBRARY.matcher(entry.getName()))
              .filter(Matcher::matches)
              .map(match -> match.group(1))
              .filter(library -> !library.startsWith("bailiwick-"))
              .toList();
      assertThat(libraries)
          .isNotEmpty()
          .allSatisfy(library -> assertThat(named).anyMatch(name -> names(name, library)));
    }
  }

  /** A name that ends in a star stands for all that begin so. */
  private static boolean names(String name, String library) {
    return name.endsWith("-*")
        ? library.startsWith(name.substring(0, name.length() - 1))
        : name.equals(library);
  }

  @Test
  void the_texts_of_the_workbench_s_licences_travel_with_it() {
    assertThat(Ours.root().resolve("web/target/classes/static/licenses.txt"))
        .content()
        .contains("maplibre-gl", "react-dom", "SIL OPEN FONT LICENSE");
  }
}
