/**
 * Table files in: delimiter and encoding sniffed, rows streamed, faults as typed problems.
 *
 * <p>Entry type: {@link bailiwick.intake.table.TableReader}. Knows columns by position and header
 * only; what a column means belongs to {@code mapping}. Depends on {@code core.problem}.
 */
@NullMarked
package bailiwick.intake.table;

import org.jspecify.annotations.NullMarked;
