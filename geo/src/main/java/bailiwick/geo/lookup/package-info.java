/**
 * Lookups by space: which of many points on the globe is nearest.
 *
 * <p>Entry type: {@link bailiwick.geo.lookup.NearestLookup}. Depends on {@code core.unit} only.
 */
@NullMarked
package bailiwick.geo.lookup;

import org.jspecify.annotations.NullMarked;
