/**
 * Representatives as the imports brought them.
 *
 * <p>Entry type: {@link bailiwick.server.roster.RepresentativeResource}.
 */
@NullMarked
package bailiwick.server.roster;

import org.jspecify.annotations.NullMarked;
