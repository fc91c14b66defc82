/**
 * Files that figures are made of: opportunities and their products, revenue by account and year,
 * activities, quotas.
 *
 * <p>Entry type: {@link bailiwick.intake.deal.DealImport}. Depends on {@code table}, {@code
 * mapping}, {@code report}, {@code record}.
 */
@NullMarked
package bailiwick.intake.deal;

import org.jspecify.annotations.NullMarked;
