package bailiwick.rules.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Traits;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.check.FurtherFields;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.source.Source;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is known of an account as rules see it: its tags, its product line, its own fields. */
class AttributesTest {

  private static final String FIELDS =
      """
      rules l
      field tier of words { gold, silver }
      field founded of number 1800..2100
      field activity of nace
      """;

  @Test
  void a_tag_of_an_account_is_there_and_any_other_is_not() {
    Attributes tagged = attributes(new Traits("", List.of("vip", "key account"), Map.of()));

    assertThat(decides("tag is \"key account\" and not tag is strategic", tagged)).isTrue();
    assertThat(decides("tag is strategic", tagged)).isFalse();
  }

  @Test
  void an_account_has_its_values_in_declared_fields_as_they_are_read() {
    Attributes known =
        attributes(
            new Traits(
                "", List.of(), Map.of("tier", "gold", "founded", "1950", "activity", "1011")));

    assertThat(decides("tier is gold", known)).isTrue();
    assertThat(decides("founded in ..1999", known)).isTrue();
    assertThat(decides("activity starts C.10.1", known)).isTrue();
    assertThat(decides("tier is silver or founded in 2000..", known)).isFalse();
  }

  @Test
  void what_is_no_value_of_its_field_is_unknown_and_what_no_rule_declares_is_left_alone() {
    Attributes odd =
        attributes(new Traits("", List.of(), Map.of("founded", "long ago", "colour", "red")));

    assertThat(decides("founded in ..2100", odd)).isFalse();
    assertThat(decides("not founded in ..2100", odd)).isTrue();
    assertThat(decides("tier is gold, unknown", odd)).isTrue();
  }

  @Test
  void rules_ask_about_the_product_line_of_an_account() {
    Attributes imaging = attributes(new Traits("imaging", List.of(), Map.of()));

    assertThat(decides("product is imaging", imaging)).isTrue();
    assertThat(decides("product is lab", attributes(Traits.NONE))).isFalse();
    assertThat(decides("product is lab, unknown", attributes(Traits.NONE))).isTrue();
  }

  @Test
  void rules_that_declared_a_product_line_of_their_own_decide_as_before() {
    String declared =
        "rules l\nfield product of words { core, cloud } known\nterritory T { rule r when %s }\n";

    assertThat(router(declared.formatted("product is cloud")))
        .satisfies(rules -> {
          assertThat(rules.lookup().dimensions().further())
              .extracting(Dimension::name)
              .containsExactly("product");
          assertThat(rules.findTerritory(attributes(new Traits("cloud", List.of(), Map.of()))))
              .contains(new TerritoryCode("T"));
          assertThat(
                  rules.findTerritory(
                      attributes(new Traits("", List.of(), Map.of("product", "cloud")))))
              .contains(new TerritoryCode("T"));
        });
    assertThat(problems(declared.formatted("product is lab"))).contains("RULE_OUTSIDE_DOMAIN");
    assertThat(problems("rules l\nfield segment of words\nterritory T { rule r when always }\n"))
        .contains("RULE_DUPLICATE");
  }

  @Test
  void what_a_file_can_hold_is_told_by_the_rules_that_it_is_read_for() {
    LeadRouter rules = router(FIELDS + "territory T { rule r when always }\n");
    var fields =
        FurtherFields.of(
            List.of(new CheckedRules(rules.lookup().rules(), rules.lookup().dimensions())));

    assertThat(fields.names()).containsExactly("tier", "founded", "activity");
    assertThat(fields.isValue("tier", "gold")).isTrue();
    assertThat(fields.isValue("tier", "platinum")).isFalse();
    assertThat(fields.isValue("founded", "1799")).isFalse();
    assertThat(fields.isValue("founded", "1800.5")).isFalse();
    assertThat(fields.isValue("activity", "C10.11")).isTrue();
    assertThat(fields.isValue("activity", "Z")).isFalse();
    assertThat(fields.isValue("colour", "red")).isFalse();
    assertThat(fields.expected("tier")).isEqualTo("one of `gold`, `silver`");
    assertThat(fields.expected("founded")).isEqualTo("a whole number in 1800..2100");
  }

  private static Attributes attributes(Traits traits) {
    return new Attributes(
        "US/IL/17031/60614",
        new Firmographics("541110", OptionalLong.of(20), OptionalLong.empty(), "mid"),
        traits,
        "a1");
  }

  private static boolean decides(String condition, Attributes attributes) {
    return router(FIELDS + "territory T { rule r when " + condition + " }\n")
        .findTerritory(attributes)
        .isPresent();
  }

  private static LeadRouter router(String text) {
    return switch (compile(text)) {
      case Compilation.Compiled compiled -> new LeadRouter(compiled.lookup());
      case Compilation.Rejected rejected -> throw new AssertionError(rejected.problems());
    };
  }

  private static List<String> problems(String text) {
    return switch (compile(text)) {
      case Compilation.Compiled compiled -> List.of();
      case Compilation.Rejected rejected ->
          rejected.problems().stream().map(problem -> problem.code()).toList();
    };
  }

  private static Compilation compile(String text) {
    return RuleCompiler.withoutAreas(Dimensions.STANDARD)
        .compile(List.of(new Source("test.rules", text)));
  }
}
