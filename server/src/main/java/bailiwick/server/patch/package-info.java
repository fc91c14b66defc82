/**
 * A representative's own patch: territories, figures against target, what changed and why.
 *
 * <p>Entry type: {@link bailiwick.server.patch.PatchResource}.
 */
@NullMarked
package bailiwick.server.patch;

import org.jspecify.annotations.NullMarked;
