package bailiwick.bench;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.source.Span;
import bailiwick.rules.space.Domain;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A market of eight fields that is cut into boxes again and again, each a rule of its own
 * territory: 1,000 postcodes of 50 regions, 300 industry codes, 10,000 sizes, 100,000 revenues and
 * four lists of words. The whole is covered once, so what a rule leaves that is taken away is known
 * exactly.
 */
final class ProofWorld {

  private static final int REGION = 20;
  private static final int SECTOR = 15;
  private static final List<String> FIELDS =
      List.of("area", "industry", "employees", "revenue", "segment", "product", "channel", "stage");
  static final int[] SIZES = {1_000, 300, 10_000, 100_000, 3, 4, 5, 4};

  private final List<int[][]> boxes = new ArrayList<>(); // [box][field] -> values, or bits of words
  private final Dimensions dimensions =
      Dimensions.STANDARD.with(words("channel")).with(words("stage"));

  private ProofWorld() {}

  private static Dimension words(String name) {
    return new Dimension(name, new DimensionType.Text(), "A list of words.");
  }

  /** A world of so many rules; the same for the same seed. */
  static ProofWorld of(int rules, long seed) {
    return of(rules, SIZES.length, seed);
  }

  /** The same, cut along the first fields only. */
  static ProofWorld of(int rules, int fields, long seed) {
    var world = new ProofWorld();
    var random = new SplittableRandom(seed);
    int[][] whole = new int[SIZES.length][];
    for (int field = 0; field < whole.length; field++) {
      whole[field] =
          isWords(field) ? new int[] {(1 << SIZES[field]) - 1} : new int[] {0, SIZES[field]};
    }
    world.boxes.add(whole);
    while (world.boxes.size() < rules) {
      world.cut(random, fields);
    }
    return world;
  }

  private static boolean isWords(int field) {
    return field >= 4;
  }

  private void cut(SplittableRandom random, int fields) {
    int box = random.nextInt(boxes.size());
    int field = random.nextInt(fields);
    int[] values = boxes.get(box)[field];
    int[][] one = boxes.get(box).clone();
    int[][] other = boxes.get(box).clone();
    if (isWords(field)) {
      int some = values[0] & random.nextInt();
      if (some == 0 || some == values[0]) {
        return;
      }
      one[field] = new int[] {some};
      other[field] = new int[] {values[0] & ~some};
    } else {
      if (values[1] - values[0] < 2) {
        return;
      }
      int middle = random.nextInt(values[0] + 1, values[1]);
      one[field] = new int[] {values[0], middle};
      other[field] = new int[] {middle, values[1]};
    }
    boxes.set(box, one);
    boxes.add(other);
  }

  /** The rules, without some of the last ones. */
  CheckedRules rules(int without) {
    List<TerritoryTitle> titles = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    for (int box = 0; box < boxes.size() - without; box++) {
      var territory = new TerritoryCode("T" + box);
      titles.add(new TerritoryTitle(territory, "", Span.NONE));
      rules.add(
          new Rule(new RuleId("r" + box), 100, territory, condition(boxes.get(box)), Span.NONE));
    }
    return new CheckedRules(RuleSet.of("bench", "1", titles, rules), dimensions);
  }

  /** The space of some rules. */
  RuleSpace space(CheckedRules rules) {
    return RuleSpace.of(rules, domains());
  }

  /** How many points the last rules hold for. */
  BigInteger points(int last) {
    BigInteger points = BigInteger.ZERO;
    for (int[][] box : boxes.subList(boxes.size() - last, boxes.size())) {
      BigInteger ofBox = BigInteger.ONE;
      for (int field = 0; field < box.length; field++) {
        int values =
            isWords(field) ? Integer.bitCount(box[field][0]) : box[field][1] - box[field][0];
        ofBox = ofBox.multiply(BigInteger.valueOf(values));
      }
      points = points.add(ofBox);
    }
    return points;
  }

  /** The values that there are. */
  static Map<String, Domain> domains() {
    Map<String, Domain> domains = new HashMap<>();
    for (int field = 0; field < SIZES.length; field++) {
      domains.put(FIELDS.get(field), domain(field));
    }
    return domains;
  }

  private static Domain domain(int field) {
    return switch (field) {
      case 2 -> new Domain.Numbers(0, SIZES[field] - 1, false);
      case 3 -> new Domain.Numbers(0, SIZES[field] - 1, false); // of cents
      default ->
          new Domain.Words(
              IntStream.range(0, SIZES[field]).mapToObj(value -> word(field, value)).toList(),
              false);
    };
  }

  /** The value of a number in a field of texts. */
  static String word(int field, int value) {
    return switch (field) {
      case 0 -> "US/S%02d/%02d".formatted(value / REGION, value % REGION);
      case 1 -> "%02d%02d".formatted(11 + value / SECTOR, 10 + value % SECTOR);
      default -> FIELDS.get(field) + value;
    };
  }

  private static Condition condition(int[][] box) {
    List<Condition> parts = new ArrayList<>();
    for (int field = 0; field < box.length; field++) {
      int[] values = box[field];
      boolean whole =
          isWords(field)
              ? Integer.bitCount(values[0]) == SIZES[field]
              : values[1] - values[0] == SIZES[field];
      if (!whole) {
        parts.add(question(field, values));
      }
    }
    return new Condition.All(parts, Span.NONE);
  }

  private static Condition question(int field, int[] values) {
    String name = FIELDS.get(field);
    return switch (field) {
      case 0 -> new Condition.Within(name, grouped(field, values, REGION, 6), false, Span.NONE);
      case 1 -> new Condition.Prefix(name, grouped(field, values, SECTOR, 2), false, Span.NONE);
      case 2 -> range(name, values, 0);
      case 3 -> range(name, values, 2);
      default ->
          new Condition.In(
              name,
              IntStream.range(0, SIZES[field])
                  .filter(value -> (values[0] >> value & 1) != 0)
                  .mapToObj(value -> Value.of(word(field, value)))
                  .toList(),
              false,
              Span.NONE);
    };
  }

  private static Condition range(String name, int[] values, int scale) {
    var interval =
        new Interval(
            BigDecimal.valueOf(values[0], scale),
            BigDecimal.valueOf(values[1] - 1L, scale),
            Span.NONE);
    return new Condition.Range(name, List.of(interval), false, Span.NONE);
  }

  /** Values, whole groups of them by what their words begin with. */
  private static List<Value> grouped(int field, int[] values, int group, int beginning) {
    List<Value> words = new ArrayList<>();
    int value = values[0];
    while (value < values[1]) {
      boolean isWhole = value % group == 0 && value + group <= values[1];
      String word = word(field, value);
      words.add(Value.of(isWhole ? word.substring(0, beginning) : word));
      value += isWhole ? group : 1;
    }
    return words;
  }

  @Override
  public String toString() {
    return "%s rules over %s".formatted(boxes.size(), Arrays.toString(SIZES));
  }
}
