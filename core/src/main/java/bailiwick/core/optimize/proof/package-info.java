/**
 * What can be said before a search: conflicts that no plan can meet.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.proof.Conflicts}. Internal to the optimiser;
 * depends on {@code objective}.
 */
@NullMarked
package bailiwick.core.optimize.proof;

import org.jspecify.annotations.NullMarked;
