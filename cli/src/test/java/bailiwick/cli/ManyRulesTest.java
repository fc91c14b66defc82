package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Large rule files are no bad input: a rule for each ten employees in each of four segments, 4,000
 * of them, or with {@code -Pdeep} 100,000 in ten million characters.
 */
class ManyRulesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int RULES = Boolean.getBoolean("bailiwick.deep") ? 100_000 : 4_000;
  private static final int SEGMENTS = 4;

  @TempDir private Path folder;

  /** One rule is missing where {@code gap} says so: what it would hold for is nobody's. */
  private static String rules(String form, int gap) {
    StringBuilder text = new StringBuilder(110 * RULES);
    text.append(
        switch (form) {
          case "csv" -> "rule,territory,priority,employees,segment\nrules l,,,,\n";
          case "json" ->
              "{\"layer\":\"l\",\"fields\":[{\"name\":\"size\",\"type\":\"number\",\"lo\":0,\"hi\":%s,\"known\":true},{\"name\":\"kind\",\"type\":\"words\",\"values\":[\"s0\",\"s1\",\"s2\",\"s3\"],\"known\":true}],\"rules\":["
                  .formatted(RULES / SEGMENTS * 10 - 1);
          default ->
              "rules l\nfield size of number 0..%s known\nfield kind of words { s0, s1, s2, s3 } known\nterritory T {\n"
                  .formatted(RULES / SEGMENTS * 10 - 1);
        });
    boolean first = true;
    for (int rule = 0; rule < RULES; rule++) {
      if (rule == gap) {
        continue;
      }
      int low = rule / SEGMENTS * 10;
      text.append(
          String.format(
              Locale.ROOT,
              switch (form) {
                case "csv" -> "the-rule-of-some-size-and-segment-%06d,T,100,%d..%d,s%d%n";
                case "json" ->
                    (first ? "" : ",")
                        + "{\"id\":\"r%06d\",\"territory\":\"T\",\"when\":{\"op\":\"and\",\"args\":[{\"op\":\"between\",\"field\":\"size\",\"lo\":%d,\"hi\":%d},{\"op\":\"in\",\"field\":\"kind\",\"values\":[\"s%d\"]}]}}";
                default ->
                    "  rule the-rule-of-some-size-and-segment-%06d priority 100 when size in %d..%d and kind is s%d%n";
              },
              rule,
              low,
              low + 9,
              rule % SEGMENTS));
      first = false;
    }
    return text.append(
            switch (form) {
              case "csv" -> "";
              case "json" -> "]}";
              default -> "}\n";
            })
        .toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules", "json"})
  @Timeout(300)
  void a_large_file_is_proven_and_its_one_gap_is_found(String form) throws IOException {
    CommandRun sound = check(form, -1);
    assertThat(sound.code()).as(sound.err()).isEqualTo(ExitCode.DONE);
    assertThat(JSON.readTree(sound.out()).get("verdict").asString()).isEqualTo("PROVEN");

    CommandRun gap = check(form, RULES / 2 + 1);
    assertThat(gap.code()).as(gap.err()).isEqualTo(ExitCode.PROBLEMS);
    JsonNode told = JSON.readTree(gap.out());
    assertThat(told.get("gapPoints").asInt()).isEqualTo(10);
    assertThat(told.get("gapWitness").get("kind").asString()).isEqualTo("s1");
  }

  @ParameterizedTest
  @ValueSource(strings = "csv")
  @Timeout(300)
  void a_large_table_is_proven_and_what_it_leaves_open_is_found(String form) throws IOException {
    CommandRun run = check(form, -1);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PROBLEMS);
    JsonNode told = JSON.readTree(run.out());
    assertThat(told.get("conflictPoints").asInt()).isZero();
    assertThat(told.get("shadowed").isEmpty()).isTrue();
    // Beyond the last interval and unknown, in four segments and two kinds of none of them.
    int intervals = RULES / SEGMENTS;
    assertThat(told.get("points").asLong()).isEqualTo((intervals + 2L) * (SEGMENTS + 2));
    assertThat(told.get("gapPoints").asLong())
        .isEqualTo(told.get("points").asLong() - (long) intervals * SEGMENTS);
  }

  private CommandRun check(String form, int gap) throws IOException {
    Path file = folder.resolve("many." + form);
    String text = rules(form, gap);
    assertThat(text.length()).isGreaterThan(form.equals("csv") ? 50 * RULES : 90 * RULES);
    Files.writeString(file, text);
    CommandRun run =
        CommandRun.of(
            Stream.of("rules", "check", file, "--json")
                .map(Object::toString)
                .toArray(String[]::new));
    assertThat(run.err()).doesNotContain("Exception", "\tat ");
    return run;
  }
}
