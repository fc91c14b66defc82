package bailiwick.intake.mapping;

/**
 * How the numbers and days of a column are written, which matters for those cells that could be
 * read in two ways. Immutable.
 *
 * @param decimal for numbers such as {@code 1,234}
 * @param days for days such as {@code 03/04/2026}
 */
public record Habit(DecimalMark decimal, DayOrder days) {

  /** The American habit: where nothing tells another, and that of cells with a type. */
  public static final Habit USUAL = new Habit(DecimalMark.POINT, DayOrder.MONTH_FIRST);
}
