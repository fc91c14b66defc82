/**
 * What accounts may bring and take, by a model that people can see and change: tried on all
 * accounts, put in force, renewed when accounts or deals change, switched off.
 *
 * <p>Entry type: {@link bailiwick.server.potential.Potentials}. Depends on {@code account} and
 * {@code job}.
 */
@NullMarked
package bailiwick.server.potential;

import org.jspecify.annotations.NullMarked;
