/**
 * Shapes: polygons whose common borders are held once, on a grid.
 *
 * <p>Entry type: {@link bailiwick.geo.shape.Topology}. Depends on JTS only.
 */
@NullMarked
package bailiwick.geo.shape;

import org.jspecify.annotations.NullMarked;
