/**
 * From an alignment to rules, with written rules before its areas, and the proof that they decide
 * everything once.
 *
 * <p>Entry type: {@link bailiwick.rules.cover.ProvenRules}, which alone can be published. Its
 * steps: {@link bailiwick.rules.cover.AlignmentRules} covers each territory by the fewest areas and
 * adds the {@link bailiwick.rules.cover.WrittenRules}, which are proven to fit; {@link
 * bailiwick.rules.cover.CoverCheck} walks every leaf of the geography. Depends on {@code lookup}
 * and {@code core.alignment}.
 */
@NullMarked
package bailiwick.rules.cover;

import org.jspecify.annotations.NullMarked;
