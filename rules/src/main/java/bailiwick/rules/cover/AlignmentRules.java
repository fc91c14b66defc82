package bailiwick.rules.cover;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaTree;
import bailiwick.core.unit.UnitId;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rules that say what an alignment says, and the written rules that come before its areas.
 *
 * @param rules one rule for the areas of each territory and, before them, one for its named
 *     accounts; then the written ones
 * @param unitsOutside units of the alignment that hold no area of the tree: no rule can speak of
 *     them
 */
public record AlignmentRules(RuleSet rules, List<UnitId> unitsOutside) {

  /** Priority of a rule over areas. */
  public static final int AREA_PRIORITY = 100;

  /** Priority of a rule over named accounts: they win over areas. */
  public static final int NAMED_PRIORITY = 10;

  public AlignmentRules {
    unitsOutside = List.copyOf(unitsOutside);
  }

  /**
   * Covers each territory by the fewest areas of the tree: an area that lies wholly in one
   * territory is named once, in place of all within it. An area without a unit, such as a county
   * without a postcode, goes along with the territory that has most leaves around it. The same
   * request always gives the same rules. O(areas + units).
   */
  public static AlignmentRules of(CoverRequest request, AreaTree tree) {
    var cover = AreaCover.of(request.alignment(), request.unitKind(), tree);
    Alignment alignment = request.alignment();
    List<TerritoryTitle> titles = new ArrayList<>();
    List<ValueList> lists = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    for (int number = 0; number < alignment.territories().size(); number++) {
      TerritoryCode territory = alignment.territories().get(number);
      titles.add(new TerritoryTitle(territory, request.nameOf(territory), Span.NONE));
      List<ValueList.Entry> named = namedAccounts(request, territory);
      if (!named.isEmpty()) {
        lists.add(new ValueList(listName(territory), Dimension.ACCOUNT.name(), named, Span.NONE));
        rules.add(namedRule(territory));
      }
      if (!cover.areasOf(number).isEmpty()) {
        rules.add(areaRule(territory, cover.areasOf(number)));
      }
    }
    RuleSet written = request.written().rules();
    lists.addAll(written.lists());
    rules.addAll(written.rules());
    var ruleSet =
        new RuleSet(
            request.layer(),
            request.version(),
            written.fields(),
            titles,
            lists,
            rules,
            written.examples());
    return new AlignmentRules(ruleSet, cover.unitsOutside());
  }

  private static List<ValueList.Entry> namedAccounts(
      CoverRequest request, TerritoryCode territory) {
    return request.named().stream()
        .filter(account -> account.territory().equals(territory))
        .sorted(Comparator.comparing(NamedAccount::name).thenComparing(NamedAccount::account))
        .map(account -> new ValueList.Entry(Value.of(account.account().toString()), account.name()))
        .toList();
  }

  private static String listName(TerritoryCode territory) {
    return territory + "-named";
  }

  private static Rule namedRule(TerritoryCode territory) {
    var condition =
        new Condition.Listed(
            Dimension.ACCOUNT.name(), Value.of(listName(territory)), false, Span.NONE);
    return new Rule(
        new RuleId(territory + "-named"), NAMED_PRIORITY, territory, condition, Span.NONE);
  }

  private static Rule areaRule(TerritoryCode territory, List<String> areas) {
    var condition =
        new Condition.Within(
            Dimension.AREA.name(), areas.stream().map(Value::of).toList(), false, Span.NONE);
    return new Rule(
        new RuleId(territory + "-areas"), AREA_PRIORITY, territory, condition, Span.NONE);
  }
}
