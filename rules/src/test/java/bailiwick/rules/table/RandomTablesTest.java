package bailiwick.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.fixture.Seeds;
import bailiwick.rules.proof.RuleProof.Verdict;
import bailiwick.rules.table.DecisionTable.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The proof of random tables against trying each row on each point. */
class RandomTablesTest {

  @Test
  void proofs_agree_with_trying_each_row_on_each_point() {
    Seeds.check((random, size) -> new World(random, size).check());
  }

  /** A cell, and what it holds for. */
  private record Cell(String text, Predicate<@Nullable Object> holds) {}

  /** A value for each column, null where there is none. */
  private record Point(List<@Nullable Object> values) {
    @Nullable Object get(int column) {
      return values.get(column);
    }

    Point with(@Nullable Object value) {
      List<@Nullable Object> more = new ArrayList<>(values);
      more.add(value);
      return new Point(more);
    }
  }

  /** Before or behind a number. */
  private record Cut(BigDecimal at, boolean behind) implements Comparable<Cut> {
    @Override
    public int compareTo(Cut other) {
      int order = at.compareTo(other.at);
      return order != 0 ? order : Boolean.compare(behind, other.behind);
    }
  }

  /** What a random column may ask, and the values that there are. */
  private abstract static class Column {
    final String head;
    final boolean nulls;

    Column(String head, boolean nulls) {
      this.head = head;
      this.nulls = nulls;
    }

    abstract Cell test(SplittableRandom random);

    abstract List<Object> known();

    boolean nullAsked;

    Cell cell(SplittableRandom random) {
      return switch (random.nextInt(nulls ? 8 : 6)) {
        case 0 -> new Cell(random.nextBoolean() ? "-" : "", value -> true);
        case 1 -> either(test(random), test(random));
        case 2 -> negated(test(random));
        case 6 -> isNull();
        case 7 -> either(test(random), isNull());
        default -> test(random);
      };
    }

    private Cell isNull() {
      nullAsked = true;
      return new Cell("null", Objects::isNull);
    }

    private static Cell either(Cell one, Cell other) {
      return new Cell(
          one.text() + ", " + other.text(),
          value -> one.holds().test(value) || other.holds().test(value));
    }

    /** FEEL's {@code not} of a comparison with null does not hold; of an equality it does. */
    Cell negated(Cell cell) {
      boolean compares = cell.text().matches(".*(\\.\\.|[<>]).*");
      return new Cell(
          "not(" + cell.text() + ")",
          value ->
              value == null ? !compares && !cell.holds().test(null) : !cell.holds().test(value));
    }

    List<@Nullable Object> values() {
      List<@Nullable Object> values = new ArrayList<>(known());
      if (nullAsked) {
        values.add(null);
      }
      return values;
    }
  }

  private static final class Words extends Column {
    private final boolean open;
    private final Set<String> named = new TreeSet<>();

    Words(String name, boolean open, boolean nulls) {
      super(name + (open ? ":string" : ":string{\"a\", \"b\", \"c\", \"d\"}"), nulls);
      this.open = open;
    }

    @Override
    Cell test(SplittableRandom random) {
      String word = String.valueOf("abcd".charAt(random.nextInt(4)));
      named.add(word);
      return random.nextInt(5) == 0
          ? new Cell("!= \"" + word + "\"", value -> !word.equals(value))
          : new Cell("\"" + word + "\"", word::equals);
    }

    @Override
    List<Object> known() {
      List<Object> known = new ArrayList<>(open ? named : List.of("a", "b", "c", "d"));
      if (open) {
        known.add("other");
      }
      return known;
    }
  }

  private static final class Truths extends Column {
    Truths(String name) {
      super(name + ":boolean", false);
    }

    @Override
    Cell test(SplittableRandom random) {
      boolean truth = random.nextBoolean();
      return new Cell(String.valueOf(truth), value -> value instanceof Boolean is && is == truth);
    }

    @Override
    List<Object> known() {
      return List.of(true, false);
    }
  }

  /** Numbers that lie densely, or whole ones; all of them, or from 0 to 6. */
  private static final class Numbers extends Column {
    private static final BigDecimal LOWEST = BigDecimal.ZERO;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(6);

    private final boolean whole;
    private final boolean open;
    private final TreeSet<Cut> cuts = new TreeSet<>();

    Numbers(String name, boolean whole, boolean open, boolean nulls) {
      super(name + (whole ? ":integer" : ":number") + (open ? "" : "{[0..6]}"), nulls);
      this.whole = whole;
      this.open = open;
    }

    private BigDecimal number(SplittableRandom random) {
      BigDecimal number = BigDecimal.valueOf(random.nextInt(-1, 8));
      return !whole && random.nextInt(3) == 0 ? number.add(new BigDecimal("0.5")) : number;
    }

    @Override
    Cell test(SplittableRandom random) {
      BigDecimal one = number(random);
      BigDecimal other = number(random);
      BigDecimal low = one.min(other);
      BigDecimal high = one.max(other);
      boolean fromLow = random.nextBoolean();
      boolean toHigh = random.nextBoolean();
      boolean isEmpty =
          (low.compareTo(high) == 0 && !(fromLow && toHigh))
              || (whole && !fromLow && !toHigh && high.subtract(low).intValue() == 1);
      int kind = random.nextInt(isEmpty ? 4 : 6);
      return switch (kind) {
        case 0 -> between(null, true, one, toHigh, (toHigh ? "<= " : "< ") + one);
        case 1 -> between(one, fromLow, null, true, (fromLow ? ">= " : "> ") + one);
        case 2 -> between(one, true, one, true, String.valueOf(one));
        case 3 -> {
          Cell equal = between(one, true, one, true, "");
          yield new Cell("!= " + one, value -> !equal.holds().test(value));
        }
        default ->
            between(
                low,
                fromLow,
                high,
                toHigh,
                (fromLow ? "[" : random.nextBoolean() ? "(" : "]")
                    + low
                    + ".."
                    + high
                    + (toHigh ? "]" : random.nextBoolean() ? ")" : "["));
      };
    }

    private Cell between(
        @Nullable BigDecimal low,
        boolean fromLow,
        @Nullable BigDecimal high,
        boolean toHigh,
        String text) {
      if (low != null) {
        cut(low, !fromLow);
      }
      if (high != null) {
        cut(high, toHigh);
      }
      return new Cell(
          text,
          value ->
              value instanceof BigDecimal number
                  && (low == null || number.compareTo(low) >= (fromLow ? 0 : 1))
                  && (high == null || number.compareTo(high) <= (toHigh ? 0 : -1)));
    }

    private void cut(BigDecimal at, boolean behind) {
      cuts.add(whole && behind ? new Cut(at.add(BigDecimal.ONE), false) : new Cut(at, behind));
    }

    @Override
    List<Object> known() {
      if (whole && !open) {
        return IntStream.rangeClosed(0, 6).mapToObj(n -> (Object) BigDecimal.valueOf(n)).toList();
      }
      Cut first = new Cut(open ? BigDecimal.valueOf(-10) : LOWEST, false);
      Cut end = new Cut(open ? BigDecimal.valueOf(20) : HIGHEST, true);
      TreeSet<Cut> all = new TreeSet<>(cuts.subSet(first, true, end, true));
      all.add(first);
      all.add(end);
      List<Object> known = new ArrayList<>();
      for (Cut from : all.headSet(end)) {
        BigDecimal to = all.higher(from).at();
        known.add(from.behind() ? from.at().add(to).divide(BigDecimal.TWO) : from.at());
      }
      return known;
    }
  }

  private static final class World {
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<List<String>> says = new ArrayList<>();
    private final HitPolicy policy;
    private final String text;

    World(SplittableRandom random, int size) {
      int wide = 1 + random.nextInt(3);
      for (int c = 0; c < wide; c++) {
        String name = "c" + c;
        columns.add(
            switch (random.nextInt(5)) {
              case 0 -> new Words(name, true, random.nextInt(3) == 0);
              case 1 -> new Words(name, false, random.nextInt(3) == 0);
              case 2 -> new Truths(name);
              default ->
                  new Numbers(
                      name, random.nextBoolean(), random.nextBoolean(), random.nextInt(3) == 0);
            });
      }
      policy = List.of(HitPolicy.values()).get(random.nextInt(HitPolicy.values().length));
      int count = 1 + random.nextInt(2 + size / 20);
      for (int r = 0; r < count; r++) {
        rows.add(columns.stream().map(column -> column.cell(random)).toList());
        says.add(
            List.of(
                "\"%s\"".formatted("xyz".charAt(random.nextInt(3))),
                String.valueOf(random.nextInt(2))));
      }
      StringBuilder drawn = new StringBuilder();
      drawn.append(String.join(" | ", columns.stream().map(column -> column.head).toList()));
      drawn.append(" => o:string{\"z\",\"y\",\"x\"} | p\n");
      for (int r = 0; r < count; r++) {
        drawn.append(String.join(" | ", rows.get(r).stream().map(Cell::text).toList()));
        drawn.append(" => ").append(String.join(" | ", says.get(r))).append('\n');
      }
      text = drawn.toString();
    }

    void check() {
      TableProof proof = Drawn.prove(policy.words(), text);
      List<Point> points = points();
      List<Point> gap = new ArrayList<>();
      int conflicts = 0;
      Map<List<Integer>, Integer> pairs = new HashMap<>();
      Set<Integer> winning = new HashSet<>();
      for (Point point : points) {
        List<Integer> holding = holding(point);
        if (holding.isEmpty()) {
          gap.add(point);
          continue;
        }
        addPairs(holding, pairs);
        List<Integer> best = best(holding);
        if (best.stream().map(this::claim).distinct().count() > 1) {
          conflicts++;
        } else {
          winning.add(best.getFirst());
        }
        if (policy.takesAll()) {
          winning.addAll(holding);
        }
      }

      String about = policy + "\n" + text;
      assertThat(proof.points()).as(about).isEqualTo(points.size());
      assertThat(proof.gap().points()).as(about).isEqualTo(gap.size());
      assertThat(proof.conflict().points()).as(about).isEqualTo(conflicts);
      assertThat(proof.verdict())
          .as(about)
          .isEqualTo(gap.isEmpty() && conflicts == 0 ? Verdict.PROVEN : Verdict.COUNTEREXAMPLE);
      assertThat(proof.neverWinning().stream().map(Row::number).toList())
          .as(about)
          .isEqualTo(
              IntStream.rangeClosed(1, rows.size())
                  .filter(row -> !winning.contains(row - 1))
                  .boxed()
                  .toList());
      checkWitnesses(proof, about);
      checkGaps(proof, gap, points, about);
      checkOverlaps(proof, pairs, about);
    }

    private List<Point> points() {
      List<Point> points = new ArrayList<>();
      points.add(new Point(List.of()));
      for (int c = 0; c < columns.size(); c++) {
        int column = c;
        boolean asked =
            columns.get(column).head.contains("{")
                || rows.stream().anyMatch(row -> !Set.of("-", "").contains(row.get(column).text()));
        List<@Nullable Object> values = new ArrayList<>();
        if (asked) {
          values.addAll(columns.get(c).values());
        } else {
          values.add("any");
        }
        List<Point> longer = new ArrayList<>();
        for (Point point : points) {
          for (Object value : values) {
            longer.add(point.with(value));
          }
        }
        points = longer;
      }
      return points;
    }

    private List<Integer> holding(Point point) {
      return IntStream.range(0, rows.size())
          .filter(row ->
              IntStream.range(0, columns.size())
                  .allMatch(c -> rows.get(row).get(c).holds().test(point.get(c))))
          .boxed()
          .toList();
    }

    private List<Integer> best(List<Integer> holding) {
      return switch (policy) {
        case UNIQUE, ANY -> holding;
        case FIRST, COLLECT, RULE_ORDER, OUTPUT_ORDER -> holding.subList(0, 1);
        case PRIORITY -> {
          int best = holding.stream().mapToInt(this::rank).min().orElseThrow();
          yield holding.stream().filter(row -> rank(row) == best).toList();
        }
      };
    }

    private int rank(int row) {
      return List.of("\"z\"", "\"y\"", "\"x\"").indexOf(says.get(row).getFirst());
    }

    private Object claim(int row) {
      return policy == HitPolicy.ANY || policy == HitPolicy.PRIORITY ? says.get(row) : row;
    }

    private void addPairs(List<Integer> holding, Map<List<Integer>, Integer> pairs) {
      boolean pairwise = policy == HitPolicy.UNIQUE || policy == HitPolicy.ANY;
      for (int one = 0; pairwise && one < holding.size(); one++) {
        for (int other = one + 1; other < holding.size(); other++) {
          if (!claim(holding.get(one)).equals(claim(holding.get(other)))) {
            pairs.merge(List.of(holding.get(one) + 1, holding.get(other) + 1), 1, Integer::sum);
          }
        }
      }
    }

    private void checkWitnesses(TableProof proof, String about) {
      proof
          .gap()
          .witness()
          .ifPresent(witness -> assertThat(holding(point(proof, witness))).as(about).isEmpty());
      proof
          .conflict()
          .witness()
          .ifPresent(witness -> {
            List<Integer> best = best(holding(point(proof, witness)));
            assertThat(best.stream().map(this::claim).distinct()).as(about).hasSizeGreaterThan(1);
          });
    }

    private Point point(TableProof proof, bailiwick.rules.attribute.Subject witness) {
      Map<String, @Nullable Object> fields = proof.fields(witness);
      List<@Nullable Object> point = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        point.add(fields.containsKey("c" + c) ? fields.get("c" + c) : "any");
      }
      return new Point(point);
    }

    private void checkGaps(TableProof proof, List<Point> gap, List<Point> points, String about) {
      List<TableRegion> boxes = proof.gaps();
      for (TableRegion box : boxes) {
        List<Point> inside = points.stream().filter(p -> has(box, p)).toList();
        assertThat(gap).as(about + box.text()).containsAll(inside);
        assertThat(box.points())
            .as(about + box.text())
            .isEqualTo(BigInteger.valueOf(inside.size()));
      }
      if (boxes.size() < TableProof.MOST_GAPS) {
        assertThat(gap).as(about).allMatch(point -> boxes.stream().anyMatch(b -> has(b, point)));
      }
    }

    private void checkOverlaps(TableProof proof, Map<List<Integer>, Integer> pairs, String about) {
      if (policy == HitPolicy.PRIORITY) {
        return; // pairs that lose to a third row are left out; the count of conflicts was compared
      }
      Map<List<Integer>, Integer> told = new LinkedHashMap<>();
      proof
          .overlaps()
          .forEach(each -> {
            told.put(List.of(each.row().number(), each.other().number()), each.points().intValue());
            assertThat(each.where())
                .singleElement()
                .satisfies(box -> {
                  assertThat(points().stream().filter(point -> has(box, point)))
                      .as(about + box.text())
                      .hasSize(each.points().intValue())
                      .allMatch(point ->
                          holding(point)
                              .containsAll(
                                  List.of(each.row().number() - 1, each.other().number() - 1)));
                });
          });
      assertThat(told).as(about).isEqualTo(pairs);
    }

    private static boolean has(TableRegion box, Point point) {
      return box.parts().stream()
          .allMatch(part -> has(part, point.get(Integer.parseInt(part.input().substring(1)))));
    }

    private static boolean has(TableRegion.Part part, @Nullable Object value) {
      if (value == null) {
        return part.orNull();
      }
      if (value instanceof BigDecimal number) {
        return part.spans().stream().anyMatch(span -> has(span, number));
      }
      return part.words().stream().anyMatch(word -> word.value().equals(value)) != part.except();
    }

    private static boolean has(TableRegion.Interval span, BigDecimal number) {
      TableRegion.Bound low = span.low();
      TableRegion.Bound high = span.high();
      return (low == null || number.compareTo((BigDecimal) low.value()) >= (low.included() ? 0 : 1))
          && (high == null
              || number.compareTo((BigDecimal) high.value()) <= (high.included() ? 0 : -1));
    }
  }
}
