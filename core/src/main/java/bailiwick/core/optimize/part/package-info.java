/**
 * Improves a plan by solving a few neighbouring territories at a time exactly, all others as they
 * are.
 *
 * <p>Entry types: {@link bailiwick.core.optimize.part.PartSearch}, internal to the optimiser, and
 * {@link bailiwick.core.optimize.part.PartProblem}, a few territories as a problem of their own,
 * with {@link bailiwick.core.optimize.part.PartDistances}. Depends on {@code finish} and {@code
 * bound}.
 */
@NullMarked
package bailiwick.core.optimize.part;

import org.jspecify.annotations.NullMarked;
