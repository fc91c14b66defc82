/**
 * The packaged geography as files and columns for the map.
 *
 * <p>Entry type: {@link bailiwick.server.atlas.AtlasResource}.
 */
@NullMarked
package bailiwick.server.atlas;

import org.jspecify.annotations.NullMarked;
