/**
 * Exchange formats: TopoJSON and GeoJSON, in and out, and ESRI shapefiles, in.
 *
 * <p>Entry types: {@link bailiwick.geo.exchange.TopoJson}, {@link bailiwick.geo.exchange.GeoJson},
 * {@link bailiwick.geo.exchange.Shapefile}. All read any file of their kind that holds polygons and
 * fail with a {@link bailiwick.geo.exchange.ShapeFormatException} otherwise. Depends on {@code
 * shape} and Jackson.
 */
@NullMarked
package bailiwick.geo.exchange;

import org.jspecify.annotations.NullMarked;
