package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RulesPageTest {

  @Test
  void the_rules_that_the_page_teaches_compile_and_their_examples_hold() throws IOException {
    String page = Files.readString(Path.of("../docs/rules.md"));
    List<String> files =
        Pattern.compile("```\\n(rules .*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(files).isNotEmpty();
    for (String file : files) {
      Checking checked =
          RuleCompiler.withoutAreas(Dimensions.STANDARD)
              .check(List.of(new Source("rules.md", file)));
      assertThat(checked).isInstanceOf(Checking.Sound.class);
      assertThat(((Checking.Sound) checked).warnings()).isEmpty();
    }
  }
}
