/**
 * Accounts that may be one and the same, as pairs with a score and the evidence for it. Nothing is
 * merged here: a person decides.
 *
 * <p>Entry type: {@link bailiwick.intake.duplicate.DuplicateSearch}. Depends on {@code account} and
 * core's {@code company}.
 */
@NullMarked
package bailiwick.intake.duplicate;

import org.jspecify.annotations.NullMarked;
