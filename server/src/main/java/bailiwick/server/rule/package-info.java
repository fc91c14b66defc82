/**
 * Rules as JSON: the same tree as the text, with the domains of its fields.
 *
 * <p>Entry type: {@link bailiwick.server.rule.JsonRules}.
 */
@NullMarked
package bailiwick.server.rule;

import org.jspecify.annotations.NullMarked;
