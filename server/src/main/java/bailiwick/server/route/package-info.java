/**
 * Decisions: where an account or a lead goes by the published rules, and why.
 *
 * <p>Entry types: {@link bailiwick.server.route.LeadResource}, {@link
 * bailiwick.server.route.DecisionResource}.
 */
@NullMarked
package bailiwick.server.route;

import org.jspecify.annotations.NullMarked;
