/**
 * Designs on files: {@code design} on an instance folder or a brief, and the folder that a design
 * is kept in.
 *
 * <p>Entry types: {@link bailiwick.cli.design.DesignCommand}, {@link
 * bailiwick.cli.design.DesignFolder}. Works without a server. Depends on {@code core}, {@code
 * atlas}, {@code intake} and {@code cli.terminal}.
 */
@NullMarked
package bailiwick.cli.design;

import org.jspecify.annotations.NullMarked;
