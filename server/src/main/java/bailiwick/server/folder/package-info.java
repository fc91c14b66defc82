/**
 * The data folder of an installation.
 *
 * <p>Entry type: {@link bailiwick.server.folder.DataFolder}. Depends on nothing.
 */
@NullMarked
package bailiwick.server.folder;

import org.jspecify.annotations.NullMarked;
