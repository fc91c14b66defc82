/**
 * Designs and scenarios for others: {@code export} as CSV or GeoJSON, {@code sheet} as a workbook
 * that people edit, and back.
 *
 * <p>Entry types: {@link bailiwick.cli.export.ExportCommand}, {@link
 * bailiwick.cli.export.SheetCommand}. Export works without a server, or reads from one; a workbook
 * needs one. Depends on {@code geo}, {@code atlas}, {@code cli.client}, {@code cli.design}.
 */
@NullMarked
package bailiwick.cli.export;

import org.jspecify.annotations.NullMarked;
