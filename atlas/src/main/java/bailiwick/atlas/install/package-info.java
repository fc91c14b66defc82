/**
 * Adding a country: postcode tables and polygons, as their publishers write them, become a folder
 * that the atlas reads.
 *
 * <p>Entry type: {@link bailiwick.atlas.install.AtlasInstaller}; what can be wrong with a file is
 * an {@link bailiwick.atlas.install.AtlasProblem}. Depends on {@code bailiwick.atlas}, {@code
 * bailiwick.atlas.pack} and {@code geo}.
 */
@NullMarked
package bailiwick.atlas.install;

import org.jspecify.annotations.NullMarked;
