/**
 * Files that figures are made of: opportunities, revenue by account and year, activities.
 *
 * <p>Entry types: {@link bailiwick.intake.deal.OpportunityImport}, {@link
 * bailiwick.intake.deal.RevenueImport}, {@link bailiwick.intake.deal.ActivityImport}. Depends on
 * {@code table}, {@code mapping}, {@code report}.
 */
@NullMarked
package bailiwick.intake.deal;

import org.jspecify.annotations.NullMarked;
