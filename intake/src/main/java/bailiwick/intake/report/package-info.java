/**
 * What an import found: counts that add up, the mapping used and the problems.
 *
 * <p>Entry type: {@link bailiwick.intake.report.ImportReport}; {@link
 * bailiwick.intake.report.ReportView} is its JSON form. Depends on {@code table}, {@code mapping}.
 */
@NullMarked
package bailiwick.intake.report;

import org.jspecify.annotations.NullMarked;
