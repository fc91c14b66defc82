/**
 * Excel workbooks (.xlsx) as rows of texts, streamed, whatever somebody put into the file.
 *
 * <p>Entry type: {@link bailiwick.intake.workbook.Workbook}. Knows sheets, rows and cells; what a
 * table is belongs to {@code table}. Depends on the JDK alone.
 */
@NullMarked
package bailiwick.intake.workbook;

import org.jspecify.annotations.NullMarked;
