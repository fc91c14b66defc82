/**
 * The rule language: text to tree and back.
 *
 * <p>Entry types: {@link bailiwick.rules.syntax.RuleParser}, {@link
 * bailiwick.rules.syntax.RulePrinter}, {@link bailiwick.rules.syntax.RuleSet}. Printing, parsing
 * and printing again changes nothing. The tree is sealed; what works over it stands in classes of
 * its own. Depends on {@code source} and {@code attribute}.
 */
@NullMarked
package bailiwick.rules.syntax;

import org.jspecify.annotations.NullMarked;
