/**
 * Industries: the North American Industry Classification System, codes and titles.
 *
 * <p>Entry type: {@link bailiwick.atlas.industry.Industries}. Depends on {@code
 * bailiwick.atlas.pack}.
 */
@NullMarked
package bailiwick.atlas.industry;

import org.jspecify.annotations.NullMarked;
