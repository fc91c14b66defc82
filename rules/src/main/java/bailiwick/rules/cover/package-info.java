/**
 * From an alignment to rules, and the proof that the rules say the same.
 *
 * <p>Entry type: {@link bailiwick.rules.cover.ProvenRules}, which alone can be published. Its
 * steps: {@link bailiwick.rules.cover.AlignmentRules} covers each territory by the fewest areas,
 * {@link bailiwick.rules.cover.CoverCheck} walks every leaf of the geography. Depends on {@code
 * lookup} and {@code core.alignment}.
 */
@NullMarked
package bailiwick.rules.cover;

import org.jspecify.annotations.NullMarked;
