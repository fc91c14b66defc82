/**
 * Checks a parsed rule set against the dimensions and the geography tree.
 *
 * <p>Entry type: {@link bailiwick.rules.check.RuleChecker}. Collects every problem; what passes is
 * a {@link bailiwick.rules.check.CheckedRules}, which later phases trust without looking again.
 * Depends on {@code syntax} and {@code attribute}.
 */
@NullMarked
package bailiwick.rules.check;

import org.jspecify.annotations.NullMarked;
