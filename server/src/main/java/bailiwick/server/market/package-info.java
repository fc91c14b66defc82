/**
 * The market around one's own customers: what files told of areas, and how much of it is one's own.
 *
 * <p>Entry type: {@link bailiwick.server.market.MarketResource}. Depends on {@code atlas}.
 */
@NullMarked
package bailiwick.server.market;

import org.jspecify.annotations.NullMarked;
