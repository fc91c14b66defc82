/**
 * How often accounts may move, over HTTP.
 *
 * <p>Entry type: {@link bailiwick.server.stability.StabilityResource}.
 */
@NullMarked
package bailiwick.server.stability;

import org.jspecify.annotations.NullMarked;
