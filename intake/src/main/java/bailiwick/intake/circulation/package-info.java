/**
 * A scenario sent round as a workbook: out with drop-downs and protected cells, back with every
 * difference named.
 *
 * <p>Entry types: {@link bailiwick.intake.circulation.SheetWriter}, {@link
 * bailiwick.intake.circulation.SheetReader}. Depends on {@code table} for reading.
 */
@NullMarked
package bailiwick.intake.circulation;

import org.jspecify.annotations.NullMarked;
