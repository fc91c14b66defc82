package bailiwick.intake.report;

import bailiwick.core.problem.Severity;
import bailiwick.intake.mapping.CellText;
import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.mapping.Habit;
import bailiwick.intake.table.RowProblem;
import bailiwick.intake.table.TableRow;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row as values of their kinds; what cannot be read goes to the row's log.
 *
 * <p>A {@code need} rejects the row when the cell is blank or cannot be read; a {@code find} leaves
 * the value out with a warning when it cannot be read.
 */
public final class RowCells {

  private static final String A_NUMBER = "a number";
  private static final String A_POSITIVE = "a number of 0 or more";
  private static final String A_DAY = "a day such as 2026-03-31";

  private final String file;
  private final ColumnMapping mapping;
  private final TableRow row;
  private final RowLog log;

  /** The cells of a row. */
  public RowCells(String file, ColumnMapping mapping, TableRow row, RowLog log) {
    this.file = file;
    this.mapping = mapping;
    this.row = row;
    this.log = log;
  }

  /** The text of a cell, empty when blank. */
  public String text(String field) {
    return mapping.text(field, row);
  }

  /** Whether a field is read from a column or has a constant. */
  public boolean has(String field) {
    return mapping.has(field);
  }

  /** The text of a cell that must not be blank. */
  public String needText(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      log.add(new RowProblem.MissingValue(file, row.number(), mapping.column(field), field));
    }
    return text;
  }

  /** The text of the account cell, which must name a known account. */
  public String needKnownAccount(Predicate<String> known) {
    String cell = needText("account");
    String account = known.test(cell) ? cell : first(cell);
    if (!account.isEmpty() && !known.test(account)) {
      log.add(
          new RowProblem.UnknownAccount(file, row.number(), mapping.column("account"), account));
    }
    if (!account.equals(cell) && !rejected()) {
      log.add(
          new RowProblem.Repaired(
              file,
              row.number(),
              mapping.column("account"),
              "account",
              cell,
              account,
              "the first of several accounts"));
    }
    return account;
  }

  /** The text of the owner cell, which must name a known representative. */
  public String needKnownOwner(Predicate<String> known) {
    String owner = needText("owner");
    if (!owner.isEmpty() && !known.test(owner)) {
      log.add(new RowProblem.UnknownOwner(file, row.number(), mapping.column("owner"), owner));
    }
    return owner;
  }

  /** The first of several ids between semicolons. */
  private static String first(String ids) {
    int end = ids.indexOf(';');
    return end < 0 ? ids : ids.substring(0, end).strip();
  }

  /** Whether the row came under a new id; one that came before rejects it. */
  public boolean needNew(String field, SeenIds seen) {
    boolean isNew = seen.add(text(field));
    if (!isNew) {
      log.add(new RowProblem.DuplicateId(file, row.number(), mapping.column(field), text(field)));
    }
    return isNew;
  }

  /** Whether the row came under an id that is new beneath an owner of ids; else it is rejected. */
  public boolean needNewAmong(String field, String owner, SeenIds seen) {
    boolean isNew = seen.add(owner + '\n' + text(field));
    if (!isNew) {
      log.add(new RowProblem.DuplicateId(file, row.number(), mapping.column(field), text(field)));
    }
    return isNew;
  }

  /** Whether an error was found in the row so far. */
  public boolean rejected() {
    return log.rejected();
  }

  /** An amount in hundredths; a blank is 0, what cannot be read rejects the row. */
  public long needHundredths(String field) {
    return number(field, CellText::findHundredths, amount -> true, A_NUMBER, Severity.ERROR)
        .orElse(0);
  }

  /** An amount of 0 or more in hundredths; a blank is 0, what cannot be read rejects the row. */
  public long needPositiveHundredths(String field) {
    return number(field, CellText::findHundredths, a -> a >= 0, A_POSITIVE, Severity.ERROR)
        .orElse(0);
  }

  /** An amount of 0 or more in hundredths. */
  public OptionalLong findPositiveHundredths(String field) {
    return findPositiveHundredths(field, Severity.WARNING);
  }

  /**
   * An amount of 0 or more in hundredths; how grave one is that cannot be read, the caller says.
   */
  public OptionalLong findPositiveHundredths(String field, Severity unreadable) {
    return number(field, CellText::findHundredths, a -> a >= 0, A_POSITIVE, unreadable);
  }

  /** A whole number of 0 or more. */
  public OptionalLong findCount(String field) {
    return number(
        field,
        CellText::findWhole,
        count -> count >= 0,
        "a whole number of 0 or more",
        Severity.WARNING);
  }

  /** A whole number in a range; blank or unreadable rejects the row. */
  public long needWhole(String field, long min, long max) {
    needText(field);
    String expected = "a whole number from %s to %s".formatted(min, max);
    return number(field, CellText::findWhole, n -> n >= min && n <= max, expected, Severity.ERROR)
        .orElse(min);
  }

  /** A day, null when blank or unreadable. */
  public @Nullable LocalDate findDate(String field) {
    return date(field, Severity.WARNING);
  }

  /** A day that must be there, null only when the row is rejected for it. */
  public @Nullable LocalDate needDate(String field) {
    needText(field);
    return date(field, Severity.ERROR);
  }

  /** Says that a value is not what its field holds. */
  public void bad(String field, String expected, Severity severity) {
    log.add(
        new RowProblem.BadValue(
            file, row.number(), mapping.column(field), field, text(field), expected, severity));
  }

  private @Nullable LocalDate date(String field, Severity severity) {
    if (CellText.isBlank(text(field))) {
      return null;
    }
    Optional<LocalDate> date = CellText.findDate(text(field), mapping.habit(field, row));
    if (date.isEmpty()) {
      bad(field, A_DAY, severity);
    }
    return date.orElse(null);
  }

  private OptionalLong number(
      String field,
      BiFunction<String, Habit, OptionalLong> reading,
      LongPredicate fits,
      String expected,
      Severity severity) {
    String text = text(field);
    if (CellText.isBlank(text)) {
      return OptionalLong.empty();
    }
    OptionalLong value = reading.apply(text, mapping.habit(field, row));
    if (value.isEmpty() || !fits.test(value.getAsLong())) {
      bad(field, expected, severity);
      return OptionalLong.empty();
    }
    return value;
  }
}
