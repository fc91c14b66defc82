package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.problem.Place;
import bailiwick.rules.Golden;
import bailiwick.rules.RandomRules;
import bailiwick.rules.source.Excerpt;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleProblemsTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden/problems");
  private static final RuleCompiler COMPILER =
      RuleCompiler.over(RandomRules.DIMENSIONS, RandomRules.AREAS);

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void problems_print_the_line_with_the_part_underlined(String name) throws IOException {
    List<Source> sources = sources(name);

    String printed =
        problems(COMPILER.compile(sources)).stream()
            .map(problem -> printed(problem, sources))
            .collect(Collectors.joining("\n"));

    Golden.assertEquals(FOLDER.resolve(name + ".txt"), printed);
  }

  /** As the command line prints it. */
  private static String printed(RuleProblem problem, List<Source> sources) {
    var text = new StringBuilder();
    text.append(problem.severity().name().toLowerCase(Locale.ROOT)).append(' ');
    text.append(problem.code()).append(": ").append(problem.message()).append('\n');
    if (problem.place() instanceof Place.InText place) {
      text.append("  %s:%s:%s\n".formatted(place.file(), place.line(), place.column()));
      sources.stream()
          .filter(source -> source.name().equals(place.file()))
          .map(source -> source.text().lines().skip(place.line() - 1L).findFirst().orElse(""))
          .forEach(line -> text.append(Excerpt.of(line, place)));
    }
    String hint = problem.hint();
    return hint == null ? text.toString() : text + "  " + hint + "\n";
  }

  @Test
  void every_kind_of_problem_has_a_case() throws IOException {
    Set<Class<?>> seen = new HashSet<>();
    for (String name : cases().toList()) {
      problems(COMPILER.compile(sources(name))).forEach(problem -> seen.add(problem.getClass()));
    }

    assertThat(seen).containsExactlyInAnyOrder(RuleProblem.class.getPermittedSubclasses());
  }

  @Test
  void every_code_stands_in_the_list_of_problems() throws IOException {
    String page = Files.readString(Path.of("../docs/problems.md"));

    for (String name : cases().toList()) {
      assertThat(problems(COMPILER.compile(sources(name))))
          .allSatisfy(problem -> assertThat(page).contains("- `" + problem.code() + "` "));
    }
  }

  @Test
  void ten_thousand_levels_are_a_problem_and_no_stack_overflow() {
    String deep = "not ".repeat(10_000) + "(".repeat(10_000) + "always" + ")".repeat(10_000);
    var source = new Source("deep.rules", "rules l\nterritory T { rule r when " + deep + "\n}\n");

    assertThat(problems(COMPILER.compile(List.of(source))))
        .singleElement()
        .isInstanceOf(RuleProblem.TooDeep.class);
  }

  @Test
  void bytes_that_are_no_rules_are_problems() {
    var random = new java.util.SplittableRandom(5);
    for (int i = 0; i < 200; i++) {
      var text = new StringBuilder("rules l\n");
      random.ints(300, 0, 256).forEach(c -> text.append((char) c));
      var source = new Source("noise.rules", text.toString());
      assertThat(COMPILER.compile(List.of(source))).isInstanceOf(Compilation.Rejected.class);
    }
  }

  private static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".rules"))
          .map(file -> file.replace(".rules", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** A file of the folder; a line {@code === name} starts another source. */
  private static List<Source> sources(String name) throws IOException {
    String text = Files.readString(FOLDER.resolve(name + ".rules")).replace("\r\n", "\n");
    List<Source> sources = new ArrayList<>();
    String file = name + ".rules";
    for (String part : Arrays.asList(text.split("(?m)^=== ", -1))) {
      boolean first = sources.isEmpty();
      String title = first ? file : part.substring(0, part.indexOf('\n'));
      sources.add(new Source(title, first ? part : part.substring(part.indexOf('\n') + 1)));
    }
    return sources;
  }

  private static List<RuleProblem> problems(Compilation compilation) {
    return switch (compilation) {
      case Compilation.Compiled compiled -> compiled.warnings();
      case Compilation.Rejected rejected -> rejected.problems();
    };
  }
}
