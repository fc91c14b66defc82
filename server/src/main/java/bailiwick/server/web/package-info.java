/**
 * How requests reach the resources and how the workbench's files are served.
 *
 * <p>Entry type: {@link bailiwick.server.web.WebConfiguration}.
 */
@NullMarked
package bailiwick.server.web;

import org.jspecify.annotations.NullMarked;
