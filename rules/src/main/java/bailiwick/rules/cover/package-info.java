/**
 * From an alignment to rules, and the check that the rules say the same.
 *
 * <p>Entry types: {@link bailiwick.rules.cover.AlignmentRules}, which covers each territory by the
 * fewest areas, and {@link bailiwick.rules.cover.CoverCheck}, which walks every leaf of the
 * geography. Depends on {@code lookup} and {@code core.alignment}.
 */
@NullMarked
package bailiwick.rules.cover;

import org.jspecify.annotations.NullMarked;
