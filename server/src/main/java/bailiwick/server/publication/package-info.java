/**
 * Publications: dry run, the act itself, and what was published when.
 *
 * <p>Entry type: {@link bailiwick.server.publication.PublicationResource}.
 */
@NullMarked
package bailiwick.server.publication;

import org.jspecify.annotations.NullMarked;
