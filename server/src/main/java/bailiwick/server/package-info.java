/**
 * The server: REST under {@code /api/v1}, jobs, security and the workbench's files, in one process.
 *
 * <p>Entry type: {@code BailiwickServer}. Every feature package holds its resource, its wire
 * records and the service behind it.
 */
@NullMarked
package bailiwick.server;

import org.jspecify.annotations.NullMarked;
