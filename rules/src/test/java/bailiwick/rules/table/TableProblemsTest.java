package bailiwick.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.Golden;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.source.Excerpt;
import bailiwick.rules.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableProblemsTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden/tables");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".dmn"))
          .map(name -> name.replace(".dmn", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void problems_print_the_line_with_the_part_underlined(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".dmn"));

    String printed =
        problems(name + ".dmn", bytes).stream()
            .map(problem -> printed(problem, new String(bytes, StandardCharsets.UTF_8)))
            .collect(Collectors.joining("\n"));

    Golden.assertEquals(FOLDER.resolve(name + ".txt"), printed);
  }

  @Test
  void every_kind_of_problem_has_a_case() throws IOException {
    Set<Class<?>> seen = new HashSet<>();
    for (String name : cases().toList()) {
      byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".dmn"));
      problems(name, bytes).forEach(problem -> seen.add(problem.getClass()));
    }
    seen.add(TableProblem.TooLarge.class); // below: such files are made by the test
    seen.add(TableProblem.NotComparable.class); // of two files: in TableDifferenceTest

    assertThat(seen).contains(TableProblem.class.getPermittedSubclasses());
  }

  @Test
  void what_breaks_xml_is_told_in_english_whatever_the_machine_speaks() {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(notXml("<definitions><a></definitions>"))
          .isEqualTo(
              "The file is not well-formed XML: The element type \"a\" must be terminated by the"
                  + " matching end-tag \"</a>\".");
      assertThat(notXml("<definitions x='1' x='2'/>"))
          .isEqualTo(
              "The file is not well-formed XML: Attribute \"x\" was already specified for element"
                  + " \"definitions\".");
      assertThat(notXml("<dmn:definitions/>"))
          .isEqualTo(
              "The file is not well-formed XML: The prefix \"dmn\" for element"
                  + " \"dmn:definitions\" is not bound.");
    } finally {
      Locale.setDefault(usual);
    }
  }

  private static String notXml(String text) {
    return problems("broken.dmn", text.getBytes(StandardCharsets.UTF_8)).getFirst().message();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/"
      })
  void files_of_dmn_1_1_to_1_5_are_read_by_their_namespaces(String namespace) {
    String file =
        Drawn.xml("UNIQUE", "n:number => x\n< 1 => 1\n")
            .replace("https://www.omg.org/spec/DMN/20191111/MODEL/", namespace);

    assertThat(DmnReader.read(new Source("f.dmn", file)))
        .singleElement()
        .satisfies(table -> assertThat(table.rows()).hasSize(1));
  }

  private static List<Problem> problems(String name, byte[] bytes) {
    List<Problem> problems = new ArrayList<>();
    try {
      for (DecisionTable table : DmnReader.read(name, bytes)) {
        try {
          problems.addAll(TableProof.of(table, Budget.USUAL).warnings());
        } catch (ProblemException unfit) {
          problems.addAll(unfit.problems());
        }
      }
    } catch (ProblemException unreadable) {
      problems.addAll(unreadable.problems());
    }
    return problems;
  }

  private static String printed(Problem problem, String source) {
    var text = new StringBuilder();
    text.append(problem.severity().name().toLowerCase(Locale.ROOT)).append(' ');
    text.append(problem.code()).append(": ").append(problem.message()).append('\n');
    if (problem.place() instanceof Place.InText place) {
      text.append("  %s:%s:%s\n".formatted(place.file(), place.line(), place.column()));
      String line = source.lines().skip(place.line() - 1L).findFirst().orElse("");
      text.append(Excerpt.of(line, place));
    }
    String hint = problem.hint();
    return hint == null ? text.toString() : text + "  " + hint + "\n";
  }

  private static void assertRefused(String code, byte[] bytes) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> DmnReader.read("hostile.dmn", bytes))
        .satisfies(refused -> {
          assertThat(refused.problems())
              .singleElement()
              .satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(code);
                assertThat(problem.place()).isInstanceOf(Place.InText.class);
              });
        });
  }

  private static void assertRefused(String code, String text) {
    assertRefused(code, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_billion_laughs_are_refused_before_the_first() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      String before = "&lol" + (i - 1) + ";";
      laughs.append("<!ENTITY lol%s \"%s\">".formatted(i, before.repeat(10)));
    }
    assertRefused("TABLE_DOCTYPE", laughs + "]><definitions>&lol9;</definitions>");
  }

  @Test
  void a_document_type_from_outside_is_not_fetched() {
    assertRefused(
        "TABLE_DOCTYPE",
        "<!DOCTYPE definitions SYSTEM \"http://127.0.0.1:9/never.dtd\"><definitions/>");
  }

  @Test
  void ten_thousand_levels_are_refused() {
    assertRefused("TABLE_TOO_LARGE", "<a>".repeat(10_000) + "</a>".repeat(10_000));
  }

  @Test
  void a_huge_attribute_is_refused() {
    assertRefused("TABLE_TOO_LARGE", "<definitions id=\"" + "x".repeat(5_000_000) + "\"/>");
  }

  @Test
  void a_huge_entry_is_refused() {
    String table = Drawn.xml("UNIQUE", "n:number => x\n1 => 1\n");
    String huge = table.replace("<text>1</text>", "<text>" + "1, ".repeat(100_000) + "1</text>");
    assertRefused("TABLE_TOO_LARGE", huge);
  }

  @Test
  void bytes_that_are_no_text_of_their_encoding_are_refused() {
    byte[] bytes = "<definitions name=\"Gebühren\"/>".getBytes(StandardCharsets.ISO_8859_1);
    assertRefused("TABLE_NOT_XML", bytes);
    assertRefused("TABLE_NOT_XML", "<?xml version=\"1.0\" encoding=\"no-such\"?><definitions/>");
    assertRefused("TABLE_NOT_XML", new byte[0]);
    assertRefused("TABLE_NOT_XML", new byte[] {0, 1, 2, 3});
  }

  @Test
  void each_place_at_which_a_file_may_break_off_ends_in_a_problem() {
    String whole = Drawn.xml("UNIQUE", "n:number | s:string => x\n[1..2] | \"a\" => 1\n");
    for (int length = 0; length < whole.strip().length(); length++) {
      assertRefused("TABLE_NOT_XML", whole.substring(0, length));
    }
  }

  @Test
  void other_encodings_and_line_ends_are_read() {
    String text = Drawn.xml("UNIQUE", "größe:number => x\n< 1 => 1\n>= 1 => 2\n");
    String named = text.replace("UTF-8", "ISO-8859-1").replace("\n", "\r\n");

    for (byte[] bytes :
        List.of(
            named.getBytes(StandardCharsets.ISO_8859_1),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            text.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16),
            text.replace("UTF-8", "UTF-16LE").getBytes(StandardCharsets.UTF_16LE))) {
      assertThat(DmnReader.read("f.dmn", bytes))
          .singleElement()
          .satisfies(table -> assertThat(table.inputs().getFirst().name()).isEqualTo("größe"));
    }
  }
}
