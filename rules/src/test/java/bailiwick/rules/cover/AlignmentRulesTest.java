package bailiwick.rules.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlignmentRulesTest {

  private static final TerritoryCode A = new TerritoryCode("A");
  private static final TerritoryCode B = new TerritoryCode("B");

  // Two counties of two postcodes each, a box in the second, and a county without a postcode.
  private final AreaTree tree =
      AreaTree.builder()
          .add("US", AreaKind.COUNTRY, "United States")
          .add("US/IL", AreaKind.REGION, "Illinois")
          .add("US/IL/C1", AreaKind.COUNTY, "One")
          .addLeaf("US/IL/C1/11", AreaKind.POSTCODE, "", new UnitId("11"))
          .addLeaf("US/IL/C1/12", AreaKind.POSTCODE, "", new UnitId("12"))
          .add("US/IL/C2", AreaKind.COUNTY, "Two")
          .addLeaf("US/IL/C2/21", AreaKind.POSTCODE, "", new UnitId("21"))
          .addLeaf("US/IL/C2/29", AreaKind.POSTCODE, "box", new UnitId("12"))
          .add("US/IL/C3", AreaKind.COUNTY, "Three")
          .build();

  @Test
  void a_territory_that_has_everything_is_one_area() {
    assertThat(areasOf(A, postcodes("11 A, 12 A, 21 A"))).containsExactly("US");
  }

  @Test
  void an_area_wholly_in_one_territory_is_named_in_place_of_its_leaves() {
    RuleSet rules = postcodes("11 A, 12 A, 21 B");

    assertThat(areasOf(A, rules)).containsExactly("US/IL/C1", "US/IL/C2/29", "US/IL/C3");
    assertThat(areasOf(B, rules)).containsExactly("US/IL/C2/21");
  }

  @Test
  void a_box_goes_with_the_unit_that_holds_it() {
    RuleSet rules = postcodes("11 A, 12 B, 21 A");

    assertThat(areasOf(B, rules)).containsExactly("US/IL/C1/12", "US/IL/C2/29");
  }

  @Test
  void counties_can_be_the_units() {
    RuleSet rules = rules(AreaKind.COUNTY, "C1 A, C2 B, C3 B");

    assertThat(areasOf(A, rules)).containsExactly("US/IL/C1");
    assertThat(areasOf(B, rules)).containsExactly("US/IL/C2", "US/IL/C3");
  }

  @Test
  void a_unit_without_a_territory_is_a_gap_with_a_witness() {
    CoverReport report = CoverCheck.check(compiled(postcodes("11 A, 12 A, 21 -")), tree);

    assertThat(report.isComplete()).isFalse();
    assertThat(report.leaves()).isEqualTo(5);
    assertThat(report.gapLeaves()).isEqualTo(1);
    assertThat(report.gaps()).containsExactly(new CoverReport.Gap("US/IL/C2/21", 1, "US/IL/C2/21"));
  }

  @Test
  void an_area_that_two_territories_claim_is_an_overlap() {
    RuleSet rules = postcodes("11 A, 12 A, 21 B");
    var twice =
        new Rule(
            new RuleId("twice"), AlignmentRules.AREA_PRIORITY, B, within("US/IL/C1"), Span.NONE);
    RuleSet overlapping =
        RuleSet.of(
            "l",
            "1",
            rules.territories(),
            Stream.concat(rules.rules().stream(), Stream.of(twice)).toList());

    CoverReport report = CoverCheck.check(compiled(overlapping), tree);

    assertThat(report.overlaps())
        .containsExactly(new CoverReport.Overlap("US/IL/C1", 2, "US/IL/C1/11", List.of(A, B)));
    assertThat(report.overlapLeaves()).isEqualTo(2);
  }

  @Test
  void a_named_account_wins_over_its_area() {
    var account = AccountId.ofExternal("crm", "0017");
    var named = new NamedAccount(account, "St Mary's", B);
    var request = request(AreaKind.POSTCODE, "11 A, 12 A, 21 A", List.of(named));
    RuleLookup lookup = compiled(AlignmentRules.of(request, tree).rules());
    var subject = Subject.UNKNOWN.withText("area", "US/IL/C1/11");

    assertThat(lookup.findTerritory(subject)).contains(A);
    assertThat(lookup.findTerritory(subject.withText("account", account.toString()))).contains(B);
  }

  @Test
  void units_that_hold_no_area_are_listed() {
    var rules = AlignmentRules.of(request(AreaKind.POSTCODE, "11 A, 99 B", List.of()), tree);

    assertThat(rules.unitsOutside()).containsExactly(new UnitId("99"));
  }

  @Test
  void an_account_cannot_be_named_twice() {
    var account = AccountId.ofExternal("crm", "0017");
    var twice = List.of(new NamedAccount(account, "x", A), new NamedAccount(account, "x", B));

    assertThatThrownBy(() -> request(AreaKind.POSTCODE, "11 A, 12 B", twice))
        .hasMessageContaining("named twice");
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void the_rules_say_of_every_leaf_what_the_alignment_says(long seed) {
    CoverRequest request = RandomRules.coverRequest(seed);
    Alignment alignment = request.alignment();
    AreaTree areas = RandomRules.AREAS;

    RuleSet rules = AlignmentRules.of(request, areas).rules();

    RuleLookup lookup = compiled(rules, areas);
    assertThat(CoverCheck.check(lookup, areas).isComplete()).isTrue();
    for (int leaf = 0; leaf < areas.leafCount(); leaf++) {
      var subject = Subject.UNKNOWN.withText("area", areas.path(areas.leafNode(leaf)));
      assertThat(lookup.findTerritory(subject))
          .isEqualTo(alignment.findTerritory(areas.findUnit(leaf).orElseThrow()));
    }
    assertThat(RulePrinter.print(AlignmentRules.of(request, areas).rules()))
        .isEqualTo(RulePrinter.print(rules));
  }

  private RuleSet postcodes(String text) {
    return rules(AreaKind.POSTCODE, text);
  }

  private RuleSet rules(AreaKind kind, String text) {
    return AlignmentRules.of(request(kind, text, List.of()), tree).rules();
  }

  /** Reads {@code "11 A, 12 -"}: unit 11 belongs to A, unit 12 to nobody. */
  private static CoverRequest request(AreaKind kind, String text, List<NamedAccount> named) {
    List<String[]> pairs = Arrays.stream(text.split(", ", -1)).map(p -> p.split(" ", -1)).toList();
    var units = UnitNumbering.of(pairs.stream().map(pair -> new UnitId(pair[0])).toList());
    int[] territoryOf = pairs.stream().mapToInt(pair -> "AB".indexOf(pair[1])).toArray();
    var alignment = Alignment.of(units, List.of(A, B), territoryOf);
    return new CoverRequest("l", "1", alignment, kind, Map.of(A, "Alpha"), named);
  }

  private static List<String> areasOf(TerritoryCode territory, RuleSet rules) {
    return rules.rules().stream()
        .filter(rule -> rule.territory().equals(territory))
        .map(rule -> (Condition.Within) rule.condition())
        .flatMap(within -> within.areas().stream().map(Value::text))
        .toList();
  }

  private static Condition within(String path) {
    return new Condition.Within("area", List.of(Value.of(path)), false, Span.NONE);
  }

  private RuleLookup compiled(RuleSet rules) {
    return compiled(rules, tree);
  }

  private static RuleLookup compiled(RuleSet rules, AreaTree areas) {
    return switch (RuleCompiler.over(Dimensions.STANDARD, areas).compile(rules)) {
      case Compilation.Compiled compiled -> compiled.lookup();
      case Compilation.Rejected rejected ->
          throw new AssertionError(rejected.problems().toString());
    };
  }
}
