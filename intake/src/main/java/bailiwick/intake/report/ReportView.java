package bailiwick.intake.report;

import bailiwick.core.account.Precision;
import bailiwick.core.problem.Place;
import bailiwick.intake.mapping.ColumnUse;
import bailiwick.intake.table.ImportProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of an {@link ImportReport}: component names are the keys. Immutable; any JSON
 * library writes it as it stands.
 *
 * @param rows {@code accepted + rejected}
 * @param placed accepted rows by precision: {@code exact}, {@code postcode}, {@code city}, {@code
 *     region}, {@code country}, {@code none}
 * @param filtered rows that a filter left out, not among {@code rows}
 * @param sheet of a workbook that was read; null for a text file
 * @param sheets those that there are
 * @param profile name of the profile that columns were read by; empty when none was
 * @param problems those kept
 * @param problemCounts all problems by code
 */
public record ReportView(
    String file,
    boolean complete,
    long rows,
    long accepted,
    long rejected,
    long repaired,
    long filtered,
    Map<String, Long> placed,
    @Nullable String sheet,
    List<String> sheets,
    String profile,
    List<ColumnUse> mapping,
    List<ProblemView> problems,
    SortedMap<String, Long> problemCounts) {

  /**
   * One problem.
   *
   * @param severity {@code error}, {@code warning} or {@code note}
   * @param row 1 for the first row below the header, 0 for the header, null for the whole file
   * @param column header of the column, null when the whole row or file is meant
   * @param cell address in the sheet of a workbook, its row alone when the whole row is meant; null
   *     for a text file
   */
  public record ProblemView(
      String code,
      String severity,
      String message,
      @Nullable Long row,
      @Nullable String column,
      @Nullable String cell,
      @Nullable String hint) {

    static ProblemView of(ImportProblem problem) {
      Long row = null;
      String column = null;
      String cell = null;
      if (problem.place() instanceof Place.InTable table) {
        row = table.row();
        column = table.column().isEmpty() ? null : table.column();
      } else if (problem.place() instanceof Place.InSheet sheet) {
        row = sheet.row();
        column = sheet.column().isEmpty() ? null : sheet.column();
        cell = sheet.cell();
      }
      return new ProblemView(
          problem.code(),
          problem.severity().name().toLowerCase(Locale.ROOT),
          problem.message(),
          row,
          column,
          cell,
          problem.hint());
    }
  }

  /** The JSON form of a report. */
  public static ReportView of(ImportReport report) {
    return new ReportView(
        report.file(),
        report.complete(),
        report.counts().rows(),
        report.counts().accepted(),
        report.counts().rejected(),
        report.counts().repaired(),
        report.counts().filtered(),
        report.placed().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> word(entry.getKey()),
                    Map.Entry::getValue,
                    (first, second) -> first,
                    java.util.LinkedHashMap::new)),
        report.preview().sheet(),
        report.preview().sheets(),
        report.profile(),
        report.mapping(),
        report.problems().stream().map(ProblemView::of).toList(),
        new TreeMap<>(report.problemCounts()));
  }

  private static String word(Precision precision) {
    return precision.name().toLowerCase(Locale.ROOT);
  }
}
