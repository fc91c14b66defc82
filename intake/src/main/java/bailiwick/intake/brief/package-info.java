/**
 * The design brief: what a planner asks for, as JSON or YAML, the way from it to the problem the
 * optimiser solves, and the search for what it wants.
 *
 * <p>Entry types: {@link bailiwick.intake.brief.BriefReader}, {@link
 * bailiwick.intake.brief.DesignProblems}, {@link bailiwick.intake.brief.BriefSearch}. Depends on
 * {@code atlas} and {@code core}.
 */
@NullMarked
package bailiwick.intake.brief;

import org.jspecify.annotations.NullMarked;
