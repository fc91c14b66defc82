/**
 * Files out: accounts, assignments and other tables as CSV that spreadsheets open safely.
 *
 * <p>Entry types: {@link bailiwick.intake.export.CsvTable}, {@link
 * bailiwick.intake.export.AssignmentExport}.
 */
@NullMarked
package bailiwick.intake.export;

import org.jspecify.annotations.NullMarked;
