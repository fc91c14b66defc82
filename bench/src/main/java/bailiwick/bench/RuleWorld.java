package bailiwick.bench;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.area.AreaTreeBuilder;
import bailiwick.core.unit.UnitId;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.cover.AlignmentRules;
import bailiwick.rules.cover.CoverRequest;
import bailiwick.rules.cover.NamedAccount;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.syntax.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A country of the size of the United States with as many territories as asked: 51 regions, 3,162
 * counties, 41,106 postcodes, 2,000 named accounts. The same for the same number of territories.
 */
final class RuleWorld {

  private static final int REGIONS = 51;
  private static final int COUNTIES = 62;
  private static final int POSTCODES = 13;
  private static final int NAMED = 2_000;

  final AreaTree tree = tree();
  private final List<NamedAccount> named;
  private final CoverRequest request;

  RuleWorld(int territories) {
    var codes =
        IntStream.range(0, territories).mapToObj(t -> new TerritoryCode("T%03d".formatted(t)));
    Alignment alignment =
        Alignment.of(tree.units(), codes.toList(), territoryOf(tree.units().size(), territories));
    this.named =
        IntStream.range(0, NAMED)
            .mapToObj(n ->
                new NamedAccount(
                    AccountId.ofExternal("bench", String.valueOf(n)),
                    "Account " + n,
                    alignment.territories().get(n % territories)))
            .toList();
    this.request = new CoverRequest("bench", "1", alignment, AreaKind.POSTCODE, Map.of(), named);
  }

  RuleSet cover() {
    return AlignmentRules.of(request, tree).rules();
  }

  RuleLookup compile(RuleSet rules) {
    return switch (RuleCompiler.over(Dimensions.STANDARD, tree).compile(rules)) {
      case Compilation.Compiled compiled -> compiled.lookup();
      case Compilation.Rejected rejected ->
          throw new IllegalStateException(rejected.problems().toString());
    };
  }

  /** Leads all over the country; one in twenty is a named account. */
  List<Subject> subjects(int count) {
    var random = new SplittableRandom(7);
    List<Subject> subjects = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String area = tree.path(tree.leafNode(random.nextInt(tree.leafCount())));
      boolean isNamed = random.nextInt(20) == 0;
      String account =
          isNamed ? named.get(random.nextInt(NAMED)).account().toString() : "lead-" + i;
      subjects.add(
          Subject.UNKNOWN
              .withText("area", area)
              .withText("account", account)
              .withText("industry", String.valueOf(111_110 + random.nextInt(800_000)))
              .withNumber("employees", random.nextInt(10_000)));
    }
    return subjects;
  }

  // Runs of neighbouring postcodes that mostly cut through counties, as designs do.
  private static int[] territoryOf(int units, int territories) {
    var random = new SplittableRandom(3);
    int[] territoryOf = new int[units];
    for (int unit = 0; unit < units; unit++) {
      int usual = (int) ((long) unit * territories / units);
      int stray = random.nextInt(8) == 0 ? 1 : 0;
      territoryOf[unit] = Math.min(territories - 1, usual + stray);
    }
    return territoryOf;
  }

  private static AreaTree tree() {
    AreaTreeBuilder tree = AreaTree.builder().add("US", AreaKind.COUNTRY, "United States");
    int code = 0;
    for (int r = 0; r < REGIONS; r++) {
      String region = "US/%s%s".formatted((char) ('A' + r % 26), (char) ('A' + r / 26));
      tree.add(region, AreaKind.REGION, "Region " + r);
      for (int c = 0; c < COUNTIES; c++) {
        String county = "%s/%02d%03d".formatted(region, r, c * 2 + 1);
        tree.add(county, AreaKind.COUNTY, "County " + c);
        for (int p = 0; p < POSTCODES; p++) {
          String postcode = "%05d".formatted(1_000 + 2 * code++);
          tree.addLeaf(
              county + "/" + postcode, AreaKind.POSTCODE, "Town " + code, new UnitId(postcode));
        }
      }
    }
    return tree.build();
  }
}
