/**
 * The way of a scenario from draft to publication: submitted, approved or sent back, published.
 *
 * <p>Entry type: {@link bailiwick.store.review.ReviewRepository}. Depends on {@code scenario},
 * {@code plan}, {@code audit}, {@code user}, {@code company} and {@code ledger}'s ids.
 */
@NullMarked
package bailiwick.store.review;

import org.jspecify.annotations.NullMarked;
