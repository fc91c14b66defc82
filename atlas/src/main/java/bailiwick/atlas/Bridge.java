package bailiwick.atlas;

import bailiwick.core.unit.UnitId;

/**
 * A link over water or foreign land between two units that do not touch, so that a plan can span
 * islands. Immutable.
 *
 * @param from one end, the lesser id
 * @param to the other end
 * @param gapKm distance between the two shapes, in kilometres, 0 or more
 */
public record Bridge(UnitId from, UnitId to, double gapKm) {}
