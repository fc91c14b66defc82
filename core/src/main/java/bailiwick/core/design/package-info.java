/**
 * The question a design answers and the answer: units with measures, territories with shares and
 * homes, rules of balance, an objective; and the plan, the proof that none exists, or the closest
 * one found.
 *
 * <p>Entry type: {@link bailiwick.core.design.DesignProblem}. Plain data; the engine is in {@code
 * optimize}. Depends on {@code problem}, {@code unit} and {@code alignment}.
 */
@NullMarked
package bailiwick.core.design;

import org.jspecify.annotations.NullMarked;
