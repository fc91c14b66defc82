/**
 * Exact answers from OR-Tools, in a process that may die: a second JVM solves, this one checks what
 * it says.
 *
 * <p>Entry type: {@link bailiwick.exact.WorkerSolver}. Depends on {@code core.exact}. Only {@link
 * bailiwick.exact.Worker} and {@code CpSat}, which run in the other process, touch OR-Tools.
 */
@NullMarked
package bailiwick.exact;

import org.jspecify.annotations.NullMarked;
