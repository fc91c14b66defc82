/**
 * Estimates the days in the field that visits to customers take, from where they lie.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.field.FieldEstimate}. Depends on {@code design} and
 * on the lookup of near places in {@code start}.
 */
@NullMarked
package bailiwick.core.optimize.field;

import org.jspecify.annotations.NullMarked;
