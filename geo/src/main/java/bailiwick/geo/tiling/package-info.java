/**
 * Tilings: polygons that fit without holes or overlaps, made from lines or from points.
 *
 * <p>Entry types: {@link bailiwick.geo.tiling.Tiling} from lines, {@link
 * bailiwick.geo.tiling.VoronoiEdges} for the lines between points. Depends on {@code shape}.
 */
@NullMarked
package bailiwick.geo.tiling;

import org.jspecify.annotations.NullMarked;
