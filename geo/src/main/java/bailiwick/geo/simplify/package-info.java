/**
 * Simplification that keeps a tiling a tiling: common borders move alike on both sides.
 *
 * <p>Entry type: {@link bailiwick.geo.simplify.TilingSimplifier}. Depends on JTS only.
 */
@NullMarked
package bailiwick.geo.simplify;

import org.jspecify.annotations.NullMarked;
