package bailiwick.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleGrammarTest {

  @Test
  void the_published_grammar_has_the_words_of_the_language() throws IOException {
    String grammar = Files.readString(Path.of("../docs/reference/rules.ebnf"));
    Set<String> words =
        Pattern.compile("\"([a-z]{2,})\"")
            .matcher(grammar)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());

    assertThat(words).isEqualTo(RulePrinter.KEYWORDS);
  }
}
