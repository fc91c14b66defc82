/**
 * Reference geography: countries, states, counties, postcode areas with their polygons and
 * neighbours, places with population and time zone.
 *
 * <p>Entry type: {@link bailiwick.atlas.Atlas}. Everything is read lazily from packaged data, or
 * from a folder of countries added later; nothing here changes after it is read. Depends on {@code
 * core} and on {@code bailiwick.atlas.pack}, the stored form.
 */
@NullMarked
package bailiwick.atlas;

import org.jspecify.annotations.NullMarked;
