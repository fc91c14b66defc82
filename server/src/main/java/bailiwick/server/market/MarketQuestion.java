package bailiwick.server.market;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.potential.AreaSize;
import bailiwick.intake.potential.OwnFigure;
import bailiwick.server.problem.ServerProblem;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the market. Immutable.
 *
 * @param measure of the market, such as {@code establishments}
 * @param size of the areas
 * @param own what stands against the measure
 * @param order of the areas
 */
record MarketQuestion(String measure, AreaSize size, OwnFigure own, MarketOrder order) {

  /**
   * Reads a question.
   *
   * @param own null for what fits the measure
   * @throws ProblemException when a word is not known
   */
  static MarketQuestion of(String measure, String by, @Nullable String own, String sort) {
    return new MarketQuestion(
        measure,
        AreaSize.findByWord(by)
            .orElseThrow(() -> refused("by", "must be country, region, county or postcode")),
        own == null
            ? OwnFigure.of(measure)
            : OwnFigure.findByWord(own)
                .orElseThrow(() -> refused("own", "must be customers, sales or employees")),
        MarketOrder.findByWord(sort)
            .orElseThrow(() ->
                refused("sort", "must be open, market, own, share, customers, prospects or area")));
  }

  private static ProblemException refused(String parameter, String rule) {
    return ProblemException.of(new ServerProblem.Parameter(parameter, rule));
  }
}
