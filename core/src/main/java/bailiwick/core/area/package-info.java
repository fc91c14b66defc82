/**
 * The geography tree: countries, regions, counties and postcodes as one dimension, so that a state
 * and a postcode inside it can never contradict each other.
 *
 * <p>Entry type: {@link bailiwick.core.area.AreaTree}; {@link bailiwick.core.area.AreaPath} reads
 * the paths that name its nodes. The atlas builds trees; rules, covers and reports walk them.
 * Depends on {@code unit}.
 */
@NullMarked
package bailiwick.core.area;

import org.jspecify.annotations.NullMarked;
