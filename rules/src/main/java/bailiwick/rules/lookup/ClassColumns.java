package bailiwick.rules.lookup;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.AmountClasses;
import bailiwick.rules.space.TextClasses;
import bailiwick.rules.space.ValueClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of many subjects, dimension by dimension, as the classes of one {@link RuleLookup}; to
 * be filled again and again. Filling and deciding allocate nothing. Made by {@link
 * RuleLookup#columns}. Not thread-safe.
 */
public final class ClassColumns {

  /** How many subjects are looked up before they are decided: what fits the fastest cache. */
  private static final int TOGETHER = 128;

  private final RuleLookup lookup;
  private final List<Column> columns;
  private final int[][] classes; // [column][subject]
  private final Standings standings;

  ClassColumns(RuleLookup lookup, List<Column> columns, Rows rows, int capacity) {
    this.lookup = lookup;
    this.columns = columns;
    this.classes = new int[columns.size()][capacity];
    this.standings = new Standings(columns, rows, Math.min(TOGETHER, capacity));
  }

  /** Takes over what is known of a subject. */
  public void put(int subject, Subject values) {
    for (int column = 0; column < classes.length; column++) {
      classes[column][subject] = columns.get(column).classOf(values);
    }
  }

  /**
   * Takes over the texts of a dimension: areas, codes, words or ids. One that no rule asks about is
   * left alone.
   *
   * @param texts {@code texts[subject]}, null or empty when unknown
   * @param count how many subjects, the first ones
   * @throws IllegalArgumentException when the dimension is one of numbers
   */
  public void putTexts(Dimension dimension, @Nullable String[] texts, int count) {
    int column = find(dimension);
    if (column < 0) {
      return;
    }
    if (!(columns.get(column).classes() instanceof TextClasses known)) {
      throw new IllegalArgumentException(
          "The dimension (%s) must be one of texts.".formatted(dimension.name()));
    }
    int[] of = classes[column];
    for (int subject = 0; subject < count; subject++) {
      String text = texts[subject];
      of[subject] = text == null || text.isEmpty() ? ValueClasses.UNKNOWN : known.classOf(text);
    }
  }

  /**
   * Takes over the numbers of a dimension. One that no rule asks about is left alone.
   *
   * @param numbers {@code numbers[subject]}, in units of 10^-scale of the dimension
   * @param known whether each is known
   * @param count how many subjects, the first ones
   * @throws IllegalArgumentException unless the dimension is one of numbers
   */
  public void putNumbers(Dimension dimension, long[] numbers, boolean[] known, int count) {
    int column = find(dimension);
    if (column < 0) {
      return;
    }
    if (!(columns.get(column).classes() instanceof AmountClasses amounts)) {
      throw new IllegalArgumentException(
          "The dimension (%s) must be one of numbers.".formatted(dimension.name()));
    }
    int[] of = classes[column];
    for (int subject = 0; subject < count; subject++) {
      of[subject] = known[subject] ? amounts.classOf(numbers[subject]) : ValueClasses.UNKNOWN;
    }
  }

  private int find(Dimension dimension) {
    for (int column = 0; column < classes.length; column++) {
      if (columns.get(column).dimension().equals(dimension)) {
        return column;
      }
    }
    return -1;
  }

  void decide(Rows all, Residuals residuals, int count, int[] winners) {
    for (int from = 0; from < count; from += TOGETHER) {
      int some = Math.min(TOGETHER, count - from);
      standings.put(classes, from, some);
      for (int subject = 0; subject < some; subject++) {
        winners[from + subject] = all.first(standings, subject, residuals);
      }
    }
  }

  boolean isOf(RuleLookup other) {
    return lookup == other;
  }
}
