/**
 * Failures over HTTP: one mapper turns every failure into {@code application/problem+json}.
 *
 * <p>Entry type: {@link bailiwick.server.problem.ProblemDocument}. Depends on {@code core.problem}.
 */
@NullMarked
package bailiwick.server.problem;

import org.jspecify.annotations.NullMarked;
