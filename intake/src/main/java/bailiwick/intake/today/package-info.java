/**
 * Today's alignment, built from the owner or territory column of the accounts.
 *
 * <p>Entry type: {@link bailiwick.intake.today.TodayBuilder}. Depends on {@code core} and the
 * atlas.
 */
@NullMarked
package bailiwick.intake.today;

import org.jspecify.annotations.NullMarked;
