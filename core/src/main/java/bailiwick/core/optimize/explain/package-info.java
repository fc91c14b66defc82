/**
 * Why a plan is as it is: for each unit what would change if it alone were elsewhere.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.explain.Reasons}. Depends on {@code objective},
 * {@code plan} and {@code design}.
 */
@NullMarked
package bailiwick.core.optimize.explain;

import org.jspecify.annotations.NullMarked;
