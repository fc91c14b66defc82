/**
 * The company's model of potential, the one in force, and what it says of each account.
 *
 * <p>Entry type: {@link bailiwick.store.potential.PotentialRepository}. Depends on {@code audit}
 * and {@code database}.
 */
@NullMarked
package bailiwick.store.potential;

import org.jspecify.annotations.NullMarked;
