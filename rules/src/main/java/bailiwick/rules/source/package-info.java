/**
 * Rule files as text: the source, the places in it, and the problems that point at them.
 *
 * <p>Entry types: {@link bailiwick.rules.source.Source}, {@link
 * bailiwick.rules.source.TextProblem}; {@link bailiwick.rules.source.Excerpt} shows the line of a
 * problem underlined. Depends on {@code core.problem} only.
 */
@NullMarked
package bailiwick.rules.source;

import org.jspecify.annotations.NullMarked;
