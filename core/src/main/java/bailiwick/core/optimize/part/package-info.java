/**
 * Improves a plan by taking a few neighbouring territories at a time as a problem of their own, all
 * others as they are: small parts exactly, large parts by search.
 *
 * <p>Entry types: {@link bailiwick.core.optimize.part.PartSearch} and {@link
 * bailiwick.core.optimize.part.PartwiseSearch}, internal to the optimiser, and {@link
 * bailiwick.core.optimize.part.Part} and {@link bailiwick.core.optimize.part.PartProblem}, a few
 * territories as a problem of their own. Depends on {@code finish}, {@code bound} and {@code
 * search}.
 */
@NullMarked
package bailiwick.core.optimize.part;

import org.jspecify.annotations.NullMarked;
