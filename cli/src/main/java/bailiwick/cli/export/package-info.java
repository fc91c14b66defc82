/**
 * Designs for other programs: {@code export} as CSV or GeoJSON.
 *
 * <p>Entry type: {@link bailiwick.cli.export.ExportCommand}. Works without a server, or reads from
 * one. Depends on {@code geo}, {@code atlas}, {@code cli.client}, {@code cli.design}.
 */
@NullMarked
package bailiwick.cli.export;

import org.jspecify.annotations.NullMarked;
