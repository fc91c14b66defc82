/**
 * The design brief: what a planner asks for, as JSON or YAML, and the way from it to the problem
 * the optimiser solves.
 *
 * <p>Entry types: {@link bailiwick.intake.brief.BriefReader}, {@link
 * bailiwick.intake.brief.DesignProblems}. Depends on {@code atlas} and {@code core}.
 */
@NullMarked
package bailiwick.intake.brief;

import org.jspecify.annotations.NullMarked;
