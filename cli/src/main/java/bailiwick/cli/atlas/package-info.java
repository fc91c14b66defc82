/**
 * The reference geography by command line: {@code atlas add}, {@code atlas show}.
 *
 * <p>Entry type: {@link bailiwick.cli.atlas.AtlasCommand}. Works without a server. Depends on
 * {@code atlas} and {@code cli.terminal}.
 */
@NullMarked
package bailiwick.cli.atlas;

import org.jspecify.annotations.NullMarked;
