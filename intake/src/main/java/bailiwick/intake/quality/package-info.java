/**
 * How far the accounts are to be believed: what is doubtful, whose potential rests on it, and
 * between what limits the totals and the balance of territories therefore lie.
 *
 * <p>Entry type: {@link bailiwick.intake.quality.QualityCheck}. Depends on {@code today} for the
 * names of people. The formulas stand in {@code docs/quality.md}.
 */
@NullMarked
package bailiwick.intake.quality;

import org.jspecify.annotations.NullMarked;
