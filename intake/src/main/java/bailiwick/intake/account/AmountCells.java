package bailiwick.intake.account;

import bailiwick.core.problem.Severity;
import bailiwick.intake.mapping.CellText;
import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.report.RowLog;
import bailiwick.intake.table.ImportProblem;
import bailiwick.intake.table.RowProblem;
import bailiwick.intake.table.TableRow;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the amounts that territories are balanced by. What cannot be read rejects the row: a plan
 * must not rest on a sum with holes in it that nobody saw.
 */
final class AmountCells {

  /** Amounts whose blank says that there is none: a prospect has no sales yet. */
  private static final Set<String> OFTEN_BLANK = Set.of("sales", "pipeline");

  private final String file;
  private final ColumnMapping mapping;
  private final Imputer imputer;

  AmountCells(String file, ColumnMapping mapping, Imputer imputer) {
    this.file = file;
    this.mapping = mapping;
    this.imputer = imputer;
  }

  /** An amount of 0 or more in hundredths; a blank is imputed or 0. */
  long read(String amount, TableRow row, RowLog log) {
    long hundredths = readSigned(amount, row, log);
    if (hundredths < 0) {
      log.add(bad(amount, row, "a number of 0 or more"));
      return 0;
    }
    return hundredths;
  }

  /** An amount in hundredths that may be negative; a blank is imputed or 0. */
  long readSigned(String amount, TableRow row, RowLog log) {
    if (!mapping.has(amount)) {
      return 0;
    }
    String text = mapping.text(amount, row);
    if (CellText.isBlank(text)) {
      return fill(amount, row, log);
    }
    OptionalLong hundredths = CellText.findHundredths(text, mapping.habit(amount, row));
    if (hundredths.isEmpty()) {
      log.add(bad(amount, row, "a number"));
    }
    return hundredths.orElse(0);
  }

  private long fill(String amount, TableRow row, RowLog log) {
    Imputer.Filled filled = imputer.fill(amount, row);
    String column = mapping.column(amount);
    if (filled == null) {
      if (!OFTEN_BLANK.contains(amount)) {
        log.add(new RowProblem.BlankAmount(file, row.number(), column, amount));
      }
      return 0;
    }
    String shown = BigDecimal.valueOf(filled.hundredths(), 2).stripTrailingZeros().toPlainString();
    log.add(new RowProblem.Imputed(file, row.number(), column, amount, shown, filled.basis()));
    return filled.hundredths();
  }

  private ImportProblem bad(String amount, TableRow row, String expected) {
    return new RowProblem.BadValue(
        file,
        row.number(),
        mapping.column(amount),
        amount,
        mapping.text(amount, row),
        expected,
        Severity.ERROR);
  }
}
