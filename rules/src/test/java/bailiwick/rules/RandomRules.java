package bailiwick.rules;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.cover.CoverRequest;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Example;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Period;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Scope;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws rule sets and subjects over a small world, the same ones for the same seed. */
public final class RandomRules {

  /** The standard dimensions and a custom one. */
  public static final Dimensions DIMENSIONS =
      Dimensions.STANDARD.with(
          new Dimension("tier.level", new DimensionType.Text(), "A custom field."));

  /** Two countries, each with three regions of three counties of three postcodes. */
  public static final AreaTree AREAS = areas();

  private static final List<String> PATHS =
      IntStream.range(0, AREAS.size()).mapToObj(AREAS::path).toList();
  private static final List<String> CODES =
      List.of("5", "54", "541", "5411", "54111", "541110", "42", "423", "4230", "31", "9");
  private static final List<String> SEGMENTS =
      List.of("enterprise", "mid market", "unknown", "or \"so\"", "and", "a->b", "ä#1", "back\\s");
  private static final List<String> ACCOUNTS = List.of("a1", "a2", "a3", "a4");
  private static final List<String> LISTS = List.of("named", "key segments", "north");

  private static final List<String> TAGS = List.of("strategic", "key account", "when");
  private static final List<String> GRADES = List.of("gold", "old silver", "known");
  private static final List<String> NACE =
      List.of("C", "C.10", "10.1", "1011", "c10.12", "J.62.01");
  private static final List<String> NACE_AS_READ =
      List.of("C", "C.10", "C.10.1", "C.10.11", "C.10.12", "C.11", "J.62.01", "J.62.010", "A.01");

  /** Fields that rule sets of the whole language declare. */
  private static final List<Field> FIELDS =
      List.of(
          field("grade", Field.Kind.WORDS, GRADES, null, true),
          field("nace", Field.Kind.NACE, List.of(), null, false),
          field("sic", Field.Kind.CODE, List.of("20", "201", "2011"), null, false),
          field("plant", Field.Kind.AREA, List.of("US/R0", "US/R1/x y"), null, true),
          field("founded", Field.Kind.NUMBER, List.of(), Interval.of(2000, 2009), false),
          new Field("score", Field.Kind.NUMBER, 2, List.of(), null, false, Span.NONE));

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  private final SplittableRandom random;
  private boolean whole;

  private static Field field(
      String name,
      Field.Kind kind,
      List<String> values,
      @Nullable Interval numbers,
      boolean known) {
    return new Field(
        name, kind, 0, values.stream().map(Value::of).toList(), numbers, known, Span.NONE);
  }

  /** A source of rules. */
  public RandomRules(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** How many seeds a test tries: 200, or 10,000 with {@code -Pdeep}. */
  public static Stream<Long> seeds() {
    long count = Boolean.getBoolean("bailiwick.deep") ? 10_000 : 200;
    String only = System.getProperty("seed");
    return only == null
        ? IntStream.rangeClosed(1, (int) count).mapToObj(Long::valueOf)
        : Stream.of(Long.valueOf(only));
  }

  /** A rule set that asks about areas only, and names one in every condition at least. */
  public RuleSet ruleSetOverAreas() {
    return ruleSet(() -> {
      boolean unknown = random.nextInt(4) == 0;
      return new Condition.Within("area", values(1, 4, PATHS), unknown, Span.NONE);
    });
  }

  /** A rule set without errors that is the same on every day. */
  public RuleSet ruleSet() {
    return ruleSet(() -> condition(random.nextInt(4)));
  }

  /** A rule set without errors that uses all of the language. */
  public RuleSet wholeLanguage() {
    whole = true;
    RuleSet drawn = ruleSet();
    RuleSet rules =
        new RuleSet(
            drawn.layer(),
            drawn.version(),
            FIELDS,
            drawn.territories().stream().map(title -> scoped(title, drawn)).toList(),
            Stream.concat(drawn.lists().stream(), Stream.of(tagList())).toList(),
            drawn.rules().stream().map(this::withExcept).toList(),
            List.of(example(), example()));
    whole = false;
    return rules;
  }

  /** Each territory may stand under one of those printed before it. */
  private TerritoryTitle scoped(TerritoryTitle title, RuleSet rules) {
    int before = rules.territories().indexOf(title);
    boolean isUnder = before > 0 && random.nextBoolean();
    Value under =
        isUnder ? Value.of(rules.territories().get(random.nextInt(before)).code().value()) : null;
    return new TerritoryTitle(
        title.code(),
        title.name(),
        new Scope(
            under,
            random.nextInt(3) == 0 ? condition(1) : Condition.All.ALWAYS,
            random.nextInt(3) == 0 ? condition(1) : Condition.Any.NEVER),
        Span.NONE);
  }

  private Rule withExcept(Rule rule) {
    return random.nextInt(3) == 0 ? rule.withExcept(condition(random.nextInt(2))) : rule;
  }

  private ValueList tagList() {
    return new ValueList("promoted", "tag", entries(TAGS), Span.NONE);
  }

  private Condition atomOfWholeLanguage() {
    boolean unknown = random.nextInt(4) == 0;
    return switch (random.nextInt(7)) {
      case 0, 1 -> new Condition.In("tag", values(1, 2, TAGS), false, Span.NONE);
      case 2 -> new Condition.Listed("tag", Value.of("promoted"), false, Span.NONE);
      case 3 -> new Condition.In("grade", values(1, 2, GRADES), unknown, Span.NONE);
      case 4 -> new Condition.Prefix("nace", values(1, 2, NACE), unknown, Span.NONE);
      case 5 -> new Condition.In("nace", values(1, 2, NACE), unknown, Span.NONE);
      default -> new Condition.Range("founded", List.of(founded()), unknown, Span.NONE);
    };
  }

  private Interval founded() {
    var low = BigDecimal.valueOf(random.nextInt(2000, 2010));
    return new Interval(low, random.nextBoolean() ? null : low, Span.NONE);
  }

  /** A subject with tags and values of declared fields, besides those of {@link #subject}. */
  public Subject subjectOfWholeLanguage() {
    Subject subject = subject();
    for (String tag : TAGS) {
      subject = random.nextBoolean() ? subject.withTag(tag) : subject;
    }
    subject = subject.withText("grade", pick(GRADES));
    subject = random.nextBoolean() ? subject : subject.withText("nace", pick(NACE_AS_READ));
    return random.nextBoolean()
        ? subject
        : subject.withNumber("founded", random.nextInt(2000, 2010));
  }

  /** A day of a few years. */
  public LocalDate day() {
    return FIRST_DAY.plusDays(61L * random.nextInt(12));
  }

  private Period period() {
    if (!whole || random.nextInt(3) == 0) {
      return Period.ALWAYS;
    }
    LocalDate from = day();
    return switch (random.nextInt(3)) {
      case 0 -> new Period(from, null, Span.NONE);
      case 1 -> new Period(null, from, Span.NONE);
      default -> new Period(from, from.plusDays(1 + random.nextInt(200)), Span.NONE);
    };
  }

  private RuleSet ruleSet(Supplier<Condition> conditions) {
    int territories = 1 + random.nextInt(6);
    List<TerritoryTitle> titles =
        IntStream.range(0, territories)
            .mapToObj(t -> new TerritoryCode("T" + t))
            .map(code ->
                new TerritoryTitle(code, random.nextBoolean() ? "" : "Name \"x\"", Span.NONE))
            .toList();
    int ruleCount = 1 + random.nextInt(random.nextInt(5) == 0 ? 200 : 12);
    List<Rule> rules = new ArrayList<>();
    for (int r = 0; r < ruleCount; r++) {
      rules.add(
          new Rule(
              new RuleId("r" + r),
              random.nextInt(4) * 10,
              period(),
              titles.get(random.nextInt(territories)).code(),
              conditions.get(),
              Condition.Any.NEVER,
              Span.NONE));
    }
    return new RuleSet("new business", "v" + random.nextInt(9), titles, lists(), rules, List.of());
  }

  /** An alignment of every postcode of {@link #AREAS}, in runs of one territory. */
  public static CoverRequest coverRequest(long seed) {
    var random = new SplittableRandom(seed);
    int count = 1 + random.nextInt(5);
    var territories = IntStream.range(0, count).mapToObj(t -> new TerritoryCode("T" + t)).toList();
    UnitNumbering units = AREAS.units();
    int[] territoryOf = new int[units.size()];
    int current = 0;
    for (int unit = 0; unit < territoryOf.length; unit++) {
      current = random.nextInt(6) == 0 ? random.nextInt(count) : current;
      territoryOf[unit] = current;
    }
    var alignment = Alignment.of(units, territories, territoryOf);
    return new CoverRequest("l", "1", alignment, AreaKind.POSTCODE, Map.of(), List.of());
  }

  /** The same rules with an example of whose outcome nothing is said. */
  public Example example() {
    return new Example(
        random.nextBoolean() ? "" : "an example",
        List.of(
            new Example.Given(Value.of("area"), Value.of(pick(PATHS))),
            new Example.Given(Value.of("segment"), Value.of(pick(SEGMENTS)))),
        random.nextBoolean() ? null : day(),
        random.nextBoolean() ? null : new TerritoryCode("T0"),
        Span.NONE);
  }

  /** A subject; each value is unknown one time in four. */
  public Subject subject() {
    Subject subject = Subject.UNKNOWN;
    for (Dimension dimension : DIMENSIONS.all()) {
      if (random.nextInt(4) > 0) {
        subject = subject.with(dimension.name(), value(dimension));
      }
    }
    return subject;
  }

  /** Every value of a dimension that the rules could tell from others. */
  public static Stream<AttributeValue> valuesOf(Dimension dimension) {
    return switch (dimension.type()) {
      case DimensionType.Area area ->
          Stream.concat(PATHS.stream(), Stream.of("FR/75")).map(AttributeValue.Text::new);
      case DimensionType.Code code ->
          CODES.stream().flatMap(each -> Stream.of(each, each + "1")).map(AttributeValue.Text::new);
      case DimensionType.Text text -> SEGMENTS.stream().map(AttributeValue.Text::new);
      case DimensionType.Identity identity -> ACCOUNTS.stream().map(AttributeValue.Text::new);
      case DimensionType.Amount amount ->
          IntStream.rangeClosed(-11, 351)
              .mapToObj(each -> BigDecimal.valueOf(each).movePointRight(amount.scale()))
              .map(each -> new AttributeValue.Amount(each.longValueExact()));
    };
  }

  private AttributeValue value(Dimension dimension) {
    return switch (dimension.type()) {
      case DimensionType.Area area ->
          new AttributeValue.Text(random.nextInt(9) == 0 ? "FR/75" : pick(PATHS));
      case DimensionType.Code code ->
          new AttributeValue.Text(pick(CODES) + (random.nextBoolean() ? "" : "1"));
      case DimensionType.Text text -> new AttributeValue.Text(pick(SEGMENTS));
      case DimensionType.Identity identity -> new AttributeValue.Text(pick(ACCOUNTS));
      case DimensionType.Amount amount -> new AttributeValue.Amount(random.nextInt(-1_000, 30_000));
    };
  }

  private Condition condition(int depth) {
    if (depth == 0) {
      return atom();
    }
    return switch (random.nextInt(6)) {
      case 0 -> new Condition.Any(parts(depth), Span.NONE);
      case 1 -> new Condition.Not(condition(depth - 1), Span.NONE);
      case 2 -> atom();
      default -> new Condition.All(parts(depth), Span.NONE);
    };
  }

  private List<Condition> parts(int depth) {
    return some(0, 3, () -> condition(depth - 1));
  }

  private Condition atom() {
    if (whole && random.nextInt(3) == 0) {
      return atomOfWholeLanguage();
    }
    boolean unknown = random.nextInt(4) == 0;
    int least = unknown ? 0 : 1;
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> new Condition.Within("area", values(least, 4, PATHS), unknown, Span.NONE);
      case 3 -> new Condition.Prefix("industry", values(least, 3, CODES), unknown, Span.NONE);
      case 4 -> new Condition.In("industry", values(least, 3, CODES), unknown, Span.NONE);
      case 5 ->
          new Condition.Range(
              random.nextBoolean() ? "employees" : "revenue",
              some(least, 3, this::interval),
              unknown,
              Span.NONE);
      case 6 ->
          new Condition.In(
              random.nextBoolean() ? "segment" : "tier.level",
              values(least, 3, SEGMENTS),
              unknown,
              Span.NONE);
      case 7 -> new Condition.In("account", values(least, 3, ACCOUNTS), unknown, Span.NONE);
      default -> {
        int list = random.nextInt(3);
        String dimension = List.of("account", "segment", "area").get(list);
        yield new Condition.Listed(dimension, Value.of(LISTS.get(list)), unknown, Span.NONE);
      }
    };
  }

  private List<ValueList> lists() {
    return List.of(
        new ValueList("named", "account", entries(ACCOUNTS), Span.NONE),
        new ValueList("key segments", "segment", entries(SEGMENTS), Span.NONE),
        new ValueList("north", "area", entries(PATHS), Span.NONE));
  }

  private List<ValueList.Entry> entries(List<String> from) {
    return values(0, 3, from).stream()
        .map(value -> new ValueList.Entry(value, random.nextBoolean() ? "" : "St \"Mary\" & Co"))
        .toList();
  }

  private Interval interval() {
    var low = BigDecimal.valueOf(random.nextInt(-10, 200));
    var high = low.add(BigDecimal.valueOf(random.nextInt(150)));
    return switch (random.nextInt(5)) {
      case 0 -> new Interval(null, high, Span.NONE);
      case 1 -> new Interval(low, null, Span.NONE);
      case 2 -> new Interval(low, low, Span.NONE);
      default -> new Interval(low, high, Span.NONE);
    };
  }

  private List<Value> values(int least, int most, List<String> from) {
    return some(least, most, () -> pick(from)).stream().distinct().map(Value::of).toList();
  }

  private <T> List<T> some(int least, int most, Supplier<T> of) {
    int count = random.nextInt(least, most + 1);
    List<T> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(of.get());
    }
    return all;
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static AreaTree areas() {
    var tree = AreaTree.builder();
    for (String country : List.of("US", "GB")) {
      tree.add(country, AreaKind.COUNTRY, country);
      for (int r = 0; r < 3; r++) {
        String region = country + "/R" + r;
        tree.add(region, AreaKind.REGION, "Region " + r);
        for (int c = 0; c < 3; c++) {
          String county = region + "/Greater " + r + c;
          tree.add(county, AreaKind.COUNTY, "County " + r + c);
          for (int p = 0; p < 3; p++) {
            String code = "%s%s%s".formatted(r, c, p);
            tree.addLeaf(county + "/" + code, AreaKind.POSTCODE, code, new UnitId(country + code));
          }
        }
      }
    }
    return tree.build();
  }
}
