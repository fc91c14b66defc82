/**
 * What is published, kept ready: the rules of each day compiled once, the scenarios that took
 * effect.
 *
 * <p>Entry type: {@link bailiwick.server.published.PublishedRouters}. Depends on {@code problem}.
 */
@NullMarked
package bailiwick.server.published;

import org.jspecify.annotations.NullMarked;
