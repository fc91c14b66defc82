package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.Place;
import bailiwick.core.unit.UnitId;
import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.decide.Decision;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.source.Source;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Parsed;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.table.RuleRows;
import bailiwick.rules.table.RuleRowsWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Geography goes on below the postcode: the last key of a path is a cell or a polygon's name. */
class BelowPostcodeTest {

  private static final String POSTCODE = "US/R0/Greater 00/000";
  private static final String CELL = POSTCODE + "/8928308280fffff";

  private static final String RULES =
      """
      rules "new business" version 1

      list campus of area {
        "US/R0/Greater 00/000/8928308280fffff",
        "US/R0/Greater 00/000/north quay"
      }

      territory QUAY {
        rule quay priority 20
          when area in list campus
      }

      territory REST {
        rule rest priority 100
          when area within US
      }

      example "in the cell" area "US/R0/Greater 00/000/8928308280fffff" -> QUAY
      example "in a part of the polygon" area "US/R0/Greater 00/000/north quay/7" -> QUAY
      example "elsewhere in the postcode" area "US/R0/Greater 00/000" -> REST
      """;

  @Test
  void a_text_is_read_compiled_and_printed_as_it_was() {
    Compilation.Compiled compiled = compiled(RULES);

    assertThat(compiled.warnings()).isEmpty();
    assertThat(RulePrinter.print(compiled.lookup().rules())).isEqualTo(RULES);
  }

  @Test
  void a_table_holds_it() {
    Parsed parsed = RuleParser.parse(new Source("n.rules", RULES));
    RuleRowsWriter.Table table = RuleRowsWriter.table(parsed.rules(), Dimensions.STANDARD);

    RuleRows.Text read =
        RuleRows.text(
            "n.csv",
            table.header(),
            table.rows(),
            Dimensions.STANDARD,
            (row, column) -> Place.WHOLE);

    assertThat(RulePrinter.print(RuleParser.parse(read.source()).rules())).isEqualTo(RULES);
  }

  @Test
  void it_is_decided_and_explained_and_the_smallest_change_leads_elsewhere() {
    var router = new LeadRouter(compiled(RULES).lookup());

    Decision decision = router.decide(at(CELL));

    assertThat(decision.findTerritory()).contains(new TerritoryCode("QUAY"));
    assertThat(decision.reason()).contains("by the rule `quay`").contains(CELL);
    var change = Objects.requireNonNull(decision.trace().change());
    Subject changed = at(CELL);
    for (var attribute : change.attributes()) {
      changed =
          changed.withText(attribute.dimension(), attribute.toUnknown() ? "" : attribute.to());
    }
    assertThat(router.findTerritory(changed)).isNotEqualTo(decision.findTerritory());
  }

  @Test
  void a_proof_tells_cells_of_one_postcode_apart() {
    var checked =
        new CheckedRules(
            compiled(
                    RULES
                        .replace("within US\n", "within US/R1\n")
                        .replaceAll("(?m)^example.*\n", ""))
                .lookup()
                .rules(),
            Dimensions.STANDARD);
    RuleProof proof = RuleProof.of(RuleSpace.of(checked, Map.of()), Budget.USUAL);

    assertThat(proof.gap().boxes(3))
        .singleElement()
        .satisfies(box ->
            assertThat(RulePrinter.print(box.condition()))
                .isEqualTo(
                    "not area within \"%s\", \"%s/north quay\", US/R1".formatted(CELL, POSTCODE)));
    assertThat(proof.holding(at(CELL)).orElseThrow())
        .extracting(rule -> rule.id().value())
        .containsExactly("quay");
    assertThat(proof.holding(at(POSTCODE)).orElseThrow()).isEmpty();
  }

  @Test
  void what_lies_below_no_postcode_or_has_no_name_is_refused() {
    for (String path : List.of("US/R0/8928308280fffff", POSTCODE + "/", POSTCODE + "//a")) {
      String rules = "rules l\nterritory T { rule a when area within \"%s\" }\n".formatted(path);

      assertThat(
              RuleCompiler.over(Dimensions.STANDARD, RandomRules.AREAS)
                  .compile(List.of(new Source("a.rules", rules))))
          .isInstanceOfSatisfying(
              Compilation.Rejected.class,
              rejected ->
                  assertThat(rejected.problems())
                      .extracting(problem -> problem.code())
                      .containsExactly("RULE_UNKNOWN_AREA"));
    }
  }

  @Test
  void a_region_without_postcodes_has_nothing_below_it_either() {
    var tree = AreaTree.builder();
    tree.add("KE", AreaKind.COUNTRY, "Kenya");
    tree.addLeaf("KE/30", AreaKind.REGION, "Nairobi", new UnitId("KE30"));
    String rules = "rules l\nterritory T { rule a when area within KE/30/x }\n";

    assertThat(
            RuleCompiler.over(Dimensions.STANDARD, tree.build())
                .compile(List.of(new Source("a.rules", rules))))
        .isInstanceOfSatisfying(
            Compilation.Rejected.class,
            rejected ->
                assertThat(rejected.problems())
                    .extracting(problem -> problem.code())
                    .containsExactly("RULE_UNKNOWN_AREA"));
  }

  private static Subject at(String path) {
    return Subject.UNKNOWN.with("area", new AttributeValue.Text(path));
  }

  private static Compilation.Compiled compiled(String rules) {
    Compilation compilation =
        RuleCompiler.over(Dimensions.STANDARD, RandomRules.AREAS)
            .compile(List.of(new Source("n.rules", rules)));
    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    return (Compilation.Compiled) compilation;
  }
}
