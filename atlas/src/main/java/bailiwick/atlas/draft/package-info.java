/**
 * A country in the making: postcodes with points, counties with or without polygons, become tiled
 * layers with links.
 *
 * <p>Entry type: {@link bailiwick.atlas.draft.CountryTiler}. Depends on {@code
 * bailiwick.atlas.pack} and {@code geo}.
 */
@NullMarked
package bailiwick.atlas.draft;

import org.jspecify.annotations.NullMarked;
