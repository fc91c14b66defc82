/**
 * The tool that makes the packaged data from its sources; run by hand when a source changes, never
 * by the product.
 *
 * <p>Entry type: {@link bailiwick.atlas.build.AtlasBuilder}. Depends on {@code
 * bailiwick.atlas.draft}, {@code bailiwick.atlas.pack} and {@code geo}.
 */
@NullMarked
package bailiwick.atlas.build;

import org.jspecify.annotations.NullMarked;
