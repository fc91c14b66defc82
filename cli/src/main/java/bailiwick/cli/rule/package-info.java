/**
 * Rules by command line: a design becomes rules ({@code publish}), rules place accounts ({@code
 * assign}) and decide a lead ({@code route}).
 *
 * <p>Entry types: {@link bailiwick.cli.rule.PublishCommand}, {@link
 * bailiwick.cli.rule.AssignCommand}, {@link bailiwick.cli.rule.RouteCommand}. Works without a
 * server, or asks one for its published rules. Depends on {@code rules}, {@code atlas}, {@code
 * cli.client}, {@code cli.design}, {@code cli.intake}.
 */
@NullMarked
package bailiwick.cli.rule;

import org.jspecify.annotations.NullMarked;
