/**
 * Figures of an alignment: balance, contiguity, compactness, disruption and the index with the
 * average at 100; and the running totals that follow a plan while it is edited.
 *
 * <p>Entry types: {@link bailiwick.core.measure.AlignmentTotals}, {@link
 * bailiwick.core.measure.Balance}. Depends on {@code unit}.
 */
@NullMarked
package bailiwick.core.measure;

import org.jspecify.annotations.NullMarked;
