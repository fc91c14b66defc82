/**
 * What can be said before and beside a search: conflicts that no plan can meet, and how good a plan
 * could be at best.
 *
 * <p>Entry types: {@link bailiwick.core.optimize.proof.Conflicts}, {@link
 * bailiwick.core.optimize.proof.LowerBound}. Internal to the optimiser; depends on {@code
 * objective}.
 */
@NullMarked
package bailiwick.core.optimize.proof;

import org.jspecify.annotations.NullMarked;
