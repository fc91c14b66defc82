package bailiwick.bench;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.lookup.ClassColumns;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rules over five fields (area, industry, employees, revenue, segment), and accounts to decide. A
 * market that is cut into boxes has one rule for each account; in an overlapping one rules ask
 * about two to five fields, a hundred priorities decide between those that hold, and one in fifty
 * joins fields by or and not.
 */
final class DecisionWorld {

  static final int FIELDS = 5;

  /** How many accounts are decided together. */
  static final int BLOCK = 4_096;

  private static final int TERRITORIES = 400;
  private static final int SIZE = 10_000;
  private static final int CENTS = 100_000;

  private DecisionWorld() {}

  /** So many rules; the same for the same seed. */
  static CheckedRules rules(RuleKind kind, int count, long seed) {
    return switch (kind) {
      case CUT -> ProofWorld.of(count, FIELDS, seed).rules(0);
      case OVERLAPPING -> overlapping(count, new SplittableRandom(seed));
    };
  }

  private static CheckedRules overlapping(int count, SplittableRandom random) {
    List<TerritoryTitle> titles =
        IntStream.range(0, TERRITORIES)
            .mapToObj(t -> new TerritoryTitle(new TerritoryCode("T" + t), "", Span.NONE))
            .toList();
    List<Rule> rules = new ArrayList<>();
    for (int r = 0; r < count - 1; r++) {
      TerritoryCode territory = titles.get(random.nextInt(TERRITORIES)).code();
      Condition condition = condition(random);
      rules.add(
          new Rule(new RuleId("r" + r), 1 + random.nextInt(100), territory, condition, Span.NONE));
    }
    Condition rest = within(List.of("US"));
    rules.add(new Rule(new RuleId("rest"), 1_000, titles.getFirst().code(), rest, Span.NONE));
    return new CheckedRules(RuleSet.of("bench", "1", titles, rules), Dimensions.STANDARD);
  }

  private static Condition condition(SplittableRandom random) {
    List<Condition> parts = new ArrayList<>();
    while (parts.size() < 2) {
      parts.clear();
      for (int field = 0; field < FIELDS; field++) {
        if (random.nextInt(10) < (field == 0 ? 9 : 5)) {
          parts.add(question(field, random));
        }
      }
    }
    if (random.nextInt(50) > 0) {
      return new Condition.All(parts, Span.NONE);
    }
    Condition either =
        new Condition.Any(List.of(parts.removeLast(), question(4, random)), Span.NONE);
    Condition not = new Condition.Not(question(2, random), Span.NONE);
    parts.add(new Condition.All(List.of(either, not), Span.NONE));
    return new Condition.All(parts, Span.NONE);
  }

  private static Condition question(int field, SplittableRandom random) {
    return switch (field) {
      case 0 ->
          within(some(random, 6, value -> random.nextInt(10) == 0 ? region(value) : area(value)));
      case 1 ->
          new Condition.Prefix(
              Dimension.INDUSTRY.name(),
              values(some(random, 3, value -> industry(value).substring(0, random.nextInt(2, 5)))),
              false,
              Span.NONE);
      case 2 -> range(Dimension.EMPLOYEES, random.nextInt(SIZE), random.nextInt(SIZE), 0);
      case 3 -> range(Dimension.REVENUE, random.nextInt(CENTS), random.nextInt(CENTS), 2);
      default ->
          new Condition.In(
              Dimension.SEGMENT.name(),
              values(some(random, 2, value -> ProofWorld.word(4, value % 3))),
              false,
              Span.NONE);
    };
  }

  private static List<String> some(SplittableRandom random, int most, IntFunction<String> word) {
    return IntStream.rangeClosed(0, random.nextInt(most))
        .mapToObj(i -> word.apply(random.nextInt(1_000)))
        .distinct()
        .toList();
  }

  private static String area(int value) {
    return ProofWorld.word(0, value);
  }

  private static String region(int value) {
    return area(value).substring(0, "US/S00".length());
  }

  private static String industry(int value) {
    return ProofWorld.word(1, value % ProofWorld.SIZES[1]);
  }

  private static Condition within(List<String> areas) {
    return new Condition.Within(Dimension.AREA.name(), values(areas), false, Span.NONE);
  }

  private static List<Value> values(List<String> texts) {
    return texts.stream().map(Value::of).toList();
  }

  private static Condition range(Dimension dimension, int one, int other, int scale) {
    var low = BigDecimal.valueOf(Math.min(one, other), scale);
    var high = BigDecimal.valueOf(Math.max(one, other), scale);
    return new Condition.Range(
        dimension.name(), List.of(new Interval(low, high, Span.NONE)), false, Span.NONE);
  }

  /** Accounts as their values come: texts and numbers, column by column. */
  static final class Accounts {

    private final @Nullable String[][] texts = new String[3][BLOCK]; // area, industry, segment
    private final long[][] numbers = new long[2][BLOCK]; // employees, revenue
    private final boolean[][] known = new boolean[2][BLOCK];

    /** The texts again, as others that nobody has looked at yet. */
    Accounts read() {
      var read = new Accounts();
      for (int field = 0; field < texts.length; field++) {
        for (int account = 0; account < BLOCK; account++) {
          String text = texts[field][account];
          read.texts[field][account] = text == null ? null : new String(text.toCharArray());
        }
      }
      System.arraycopy(numbers, 0, read.numbers, 0, numbers.length);
      System.arraycopy(known, 0, read.known, 0, known.length);
      return read;
    }

    void putInto(ClassColumns columns) {
      columns.putTexts(Dimension.AREA, texts[0], BLOCK);
      columns.putTexts(Dimension.INDUSTRY, texts[1], BLOCK);
      columns.putTexts(Dimension.SEGMENT, texts[2], BLOCK);
      columns.putNumbers(Dimension.EMPLOYEES, numbers[0], known[0], BLOCK);
      columns.putNumbers(Dimension.REVENUE, numbers[1], known[1], BLOCK);
    }

    @Nullable String text(int field, int account) {
      return texts[field][account];
    }

    Subject subject(int account) {
      Subject subject = Subject.UNKNOWN;
      List<Dimension> ofTexts = List.of(Dimension.AREA, Dimension.INDUSTRY, Dimension.SEGMENT);
      for (int field = 0; field < ofTexts.size(); field++) {
        String text = texts[field][account];
        subject = text == null ? subject : subject.withText(ofTexts.get(field).name(), text);
      }
      List<Dimension> ofNumbers = List.of(Dimension.EMPLOYEES, Dimension.REVENUE);
      for (int field = 0; field < ofNumbers.size(); field++) {
        subject =
            known[field][account]
                ? subject.withNumber(ofNumbers.get(field).name(), numbers[field][account])
                : subject;
      }
      return subject;
    }
  }

  /** Blocks of accounts all over the market; in an overlapping one a value in thirty is unknown. */
  static List<Accounts> accounts(RuleKind kind, int blocks, long seed) {
    var random = new SplittableRandom(seed);
    int unknown = kind == RuleKind.CUT ? 0 : 30;
    return IntStream.range(0, blocks).mapToObj(block -> accounts(random, unknown)).toList();
  }

  private static Accounts accounts(SplittableRandom random, int unknown) {
    var accounts = new Accounts();
    for (int account = 0; account < BLOCK; account++) {
      accounts.texts[0][account] = isUnknown(random, unknown) ? null : area(random.nextInt(1_000));
      accounts.texts[1][account] =
          isUnknown(random, unknown) ? null : industry(random.nextInt(1_000)) + "10";
      accounts.texts[2][account] =
          isUnknown(random, unknown) ? null : ProofWorld.word(4, random.nextInt(3));
      accounts.numbers[0][account] = random.nextInt(SIZE);
      accounts.known[0][account] = !isUnknown(random, unknown);
      accounts.numbers[1][account] = random.nextInt(CENTS);
      accounts.known[1][account] = !isUnknown(random, unknown);
    }
    return accounts;
  }

  private static boolean isUnknown(SplittableRandom random, int oneIn) {
    return oneIn > 0 && random.nextInt(oneIn) == 0;
  }
}
