/**
 * The way of a scenario from draft to publication: submitted, approved or sent back.
 *
 * <p>Entry type: {@link bailiwick.server.review.ReviewResource}.
 */
@NullMarked
package bailiwick.server.review;

import org.jspecify.annotations.NullMarked;
