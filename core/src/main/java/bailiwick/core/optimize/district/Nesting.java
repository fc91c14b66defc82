package bailiwick.core.optimize.district;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Succession;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The problem of drawing districts first: territories are shared out among them in order, as evenly
 * as may be, and each district holds what its territories may hold together.
 */
final class Nesting {

  private final DesignProblem problem;
  private final DistrictRequest request;
  private final int[] districtOf; // [territory] -> district

  /** Districts of a problem's territories, which must be {@link #requireAlike alike}. */
  Nesting(DesignProblem problem, DistrictRequest request) {
    this.problem = problem;
    this.request = request;
    this.districtOf = new int[problem.territoryCount()];
    Arrays.setAll(districtOf, t -> (int) ((long) t * request.count() / districtOf.length));
  }

  /**
   * Requires that territories may be any district's.
   *
   * @throws ProblemException when it matters which territory is which
   */
  static void requireAlike(DesignProblem problem) {
    if (problem.tellsTerritoriesApart()) {
      throw ProblemException.of(new DistrictProblem.NamesMatter());
    }
  }

  /** Number of each territory's district. */
  int[] districtOf() {
    return districtOf.clone();
  }

  /** The territories of a district, ascending. */
  int[] territories(int district) {
    return IntStream.range(0, districtOf.length).filter(t -> districtOf[t] == district).toArray();
  }

  /** The problem of the districts. */
  DesignProblem problem() {
    List<TerritorySpec> specs = new ArrayList<>();
    var codes = Grouping.codes(request.count());
    for (int district = 0; district < request.count(); district++) {
      double share =
          Arrays.stream(territories(district))
              .mapToDouble(t -> problem.territories().get(t).share())
              .sum();
      specs.add(new TerritorySpec(codes.get(district), share, Centre.FREE));
    }
    DesignProblemBuilder districts =
        problem.toBuilder().succeededBy(Succession.anew(specs, districtOf.length)).rules(List.of());
    for (int m : Grouping.measures(problem)) {
      districts.rule(new BalanceRule.Tolerance(m, request.tolerance()));
      for (int district = 0; district < specs.size(); district++) {
        long lower = 0;
        long upper = 0;
        for (int t : territories(district)) {
          lower += problem.lower(m, t);
          upper = sum(upper, problem.upper(m, t));
        }
        BalanceRule.between(m, district, lower, upper).forEach(districts::rule);
      }
    }
    return districts.build();
  }

  private static long sum(long one, long other) {
    return other > Long.MAX_VALUE - one ? Long.MAX_VALUE : one + other;
  }
}
