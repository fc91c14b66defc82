/**
 * What a user can put right: typed problems with a stable code, the place and a hint.
 *
 * <p>Entry type: {@link bailiwick.core.problem.Problem}. Depends on nothing.
 */
@NullMarked
package bailiwick.core.problem;

import org.jspecify.annotations.NullMarked;
