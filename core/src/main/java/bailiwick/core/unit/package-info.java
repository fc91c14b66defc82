/**
 * Basic units, the smallest pieces assigned whole, with their places, neighbours and measures.
 *
 * <p>Entry types: {@link bailiwick.core.unit.UnitNumbering}, {@link bailiwick.core.unit.UnitGraph}.
 * Depends on {@code problem}.
 */
@NullMarked
package bailiwick.core.unit;

import org.jspecify.annotations.NullMarked;
