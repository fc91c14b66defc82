/**
 * What accounts may bring and what serving them takes: a model whose every coefficient can be seen
 * and changed, and what each term of it says of each account.
 *
 * <p>Entry type: {@link bailiwick.intake.potential.PotentialEstimate}. Depends on {@code deal} and
 * {@code core}.
 */
@NullMarked
package bailiwick.intake.potential;

import org.jspecify.annotations.NullMarked;
