/**
 * Placing: an address, or a point, becomes a location in the geography tree.
 *
 * <p>Entry type: {@link bailiwick.atlas.placing.AddressPlacer}. What it had to change in the
 * address is listed as {@link bailiwick.atlas.placing.Repair}s, so that a person can check it.
 * Depends on {@code bailiwick.atlas}.
 */
@NullMarked
package bailiwick.atlas.placing;

import org.jspecify.annotations.NullMarked;
