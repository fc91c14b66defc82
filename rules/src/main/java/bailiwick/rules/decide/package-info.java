/**
 * Decisions with their reasons: where a lead goes, and why.
 *
 * <p>Entry type: {@link bailiwick.rules.decide.LeadRouter}. The same compiled rules decide
 * accounts, leads and batches; a trace tells the rules that held, those that nearly did, and the
 * smallest change that would lead elsewhere. Depends on {@code lookup}.
 */
@NullMarked
package bailiwick.rules.decide;

import org.jspecify.annotations.NullMarked;
