/**
 * The demo company: generated, imported, planned and designed once.
 *
 * <p>Entry type: {@link bailiwick.server.demo.DemoLoader}.
 */
@NullMarked
package bailiwick.server.demo;

import org.jspecify.annotations.NullMarked;
