/**
 * Territories and the complete assignment of units to them.
 *
 * <p>Entry type: {@link bailiwick.core.alignment.Alignment}. Depends on {@code unit}.
 */
@NullMarked
package bailiwick.core.alignment;

import org.jspecify.annotations.NullMarked;
