/**
 * Lookups by space: which of many points on the globe is nearest, which shape is around a point.
 *
 * <p>Entry types: {@link bailiwick.geo.lookup.NearestLookup}, {@link
 * bailiwick.geo.lookup.ShapeLookup}. Depends on {@code shape} and {@code core.unit}.
 */
@NullMarked
package bailiwick.geo.lookup;

import org.jspecify.annotations.NullMarked;
