/**
 * What a plan could be at best for what it costs: plans of which none is better in everything,
 * between what changes hands, the objective and balance.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.tradeoff.TradeOff}. Depends on {@code optimize} and
 * {@code design}.
 */
@NullMarked
package bailiwick.core.optimize.tradeoff;

import org.jspecify.annotations.NullMarked;
