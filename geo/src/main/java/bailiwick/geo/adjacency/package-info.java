/**
 * Adjacency: which areas touch, along how much border, and which bridges join islands.
 *
 * <p>Entry types: {@link bailiwick.geo.adjacency.Borders}, {@link
 * bailiwick.geo.adjacency.IslandBridges}. Depends on {@code shape} and {@code lookup}.
 */
@NullMarked
package bailiwick.geo.adjacency;

import org.jspecify.annotations.NullMarked;
