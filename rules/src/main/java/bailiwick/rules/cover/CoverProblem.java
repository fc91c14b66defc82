package bailiwick.rules.cover;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import bailiwick.core.unit.UnitId;
import java.util.List;
import java.util.stream.Collectors;

/** What a proof of the rules of an alignment can bring to light. */
public sealed interface CoverProblem extends Problem {

  /**
   * Leaves of the geography that nobody would own.
   *
   * @param leaves how many
   * @param of how many there are in all
   * @param example path of the first area that is wholly unclaimed
   */
  record Gap(int leaves, int of, String example) implements CoverProblem {
    @Override
    public String code() {
      return "PUBLICATION_GAP";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      return "%s of %s postcodes would belong to no territory, `%s` among them."
          .formatted(leaves, of, example);
    }

    @Override
    public String hint() {
      return "New accounts and leads from there would reach nobody: assign them, or let somebody"
          + " waive it with a reason.";
    }
  }

  /**
   * An area that several territories claim.
   *
   * @param witness path of its first leaf
   */
  record Overlap(String path, String witness, List<TerritoryCode> territories)
      implements CoverProblem {
    public Overlap {
      territories = List.copyOf(territories);
    }

    @Override
    public String code() {
      return "PUBLICATION_OVERLAP";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public String message() {
      String claiming =
          territories.stream().map("`%s`"::formatted).collect(Collectors.joining(" and "));
      return "The area `%s` would belong to %s, its leaf `%s` for one."
          .formatted(path, claiming, witness);
    }

    @Override
    public Place place() {
      return new Place.OfThing("area", path);
    }
  }

  /** Units of the alignment that hold no area of the geography, so that no rule speaks of them. */
  record UnitsOutside(List<UnitId> units) implements CoverProblem {
    public UnitsOutside {
      units = List.copyOf(units);
    }

    @Override
    public String code() {
      return "PUBLICATION_UNITS_OUTSIDE";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "%s units of the plan lie in no area of the geography, `%s` among them."
          .formatted(units.size(), units.getFirst());
    }

    @Override
    public String hint() {
      return "No rule can give them to anybody: make a new plan over today's atlas.";
    }
  }
}
