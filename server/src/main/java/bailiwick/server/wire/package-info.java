/**
 * Shapes of JSON that several features share: money, coordinates, figures by measure.
 *
 * <p>Entry type: {@link bailiwick.server.wire.Money}.
 */
@NullMarked
package bailiwick.server.wire;

import org.jspecify.annotations.NullMarked;
