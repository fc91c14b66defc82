/**
 * Small questions answered exactly: which yes-or-no choices are cheapest under linear limits, or
 * what no choice can undercut.
 *
 * <p>Entry types: {@link bailiwick.core.exact.BinaryProgram} for the question, {@link
 * bailiwick.core.exact.ExactSolver} for who answers it. Knows no solver; every solution that an
 * answer holds has been checked here. Depends on {@code design} for the cancellation only.
 */
@NullMarked
package bailiwick.core.exact;

import org.jspecify.annotations.NullMarked;
