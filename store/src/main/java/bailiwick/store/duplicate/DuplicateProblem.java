package bailiwick.store.duplicate;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** What stands against a decision about a pair. Values only. */
public sealed interface DuplicateProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** Somebody decided before. */
  record Decided(PairId pair, PairState state, String who) implements DuplicateProblem {
    @Override
    public String code() {
      return "DUPLICATE_DECIDED";
    }

    @Override
    public Place place() {
      return new Place.OfThing("pair", pair.toString());
    }

    @Override
    public String message() {
      return "The pair was %s by `%s` before."
          .formatted(state == PairState.MERGED ? "merged" : "dismissed", who);
    }

    @Override
    public String hint() {
      return "Undo that first, or leave it.";
    }
  }

  /** There is nothing to undo. */
  record Undecided(PairId pair) implements DuplicateProblem {
    @Override
    public String code() {
      return "DUPLICATE_UNDECIDED";
    }

    @Override
    public Place place() {
      return new Place.OfThing("pair", pair.toString());
    }

    @Override
    public String message() {
      return "Nobody has decided about the pair: there is nothing to undo.";
    }

    @Override
    public String hint() {
      return "Merge or dismiss it.";
    }
  }

  /** Both went into one account through other pairs. */
  record AlreadyOne(PairId pair) implements DuplicateProblem {
    @Override
    public String code() {
      return "DUPLICATE_ALREADY_ONE";
    }

    @Override
    public Place place() {
      return new Place.OfThing("pair", pair.toString());
    }

    @Override
    public String message() {
      return "Both accounts of the pair have become one through other merges.";
    }

    @Override
    public String hint() {
      return "Look at the list again; to part them, undo those merges.";
    }
  }

  /**
   * A later merge came about only because this one was in force.
   *
   * @param pair whose merge shall be undone
   * @param later the pair whose merge rests on it
   * @param merged name of the account that the later merge merged
   * @param survivor name of the account that it was merged into
   */
  record RestedOn(PairId pair, PairId later, String merged, String survivor, String who)
      implements DuplicateProblem {
    @Override
    public String code() {
      return "DUPLICATE_RESTED_ON";
    }

    @Override
    public Place place() {
      return new Place.OfThing("pair", later.toString());
    }

    @Override
    public String message() {
      return "That `%s` was merged into `%s` by `%s` rests on this merge."
          .formatted(merged, survivor, who);
    }

    @Override
    public String hint() {
      return "Undo that first (the pair `%s`), then this one.".formatted(later);
    }
  }

  /** The survivor asked for is not one of the two. */
  record StrangeSurvivor(PairId pair, String survivor) implements DuplicateProblem {
    @Override
    public String code() {
      return "DUPLICATE_STRANGE_SURVIVOR";
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", survivor);
    }

    @Override
    public String message() {
      return "The account `%s` is not one of the pair.".formatted(survivor);
    }

    @Override
    public String hint() {
      return "Choose one of the two as the survivor.";
    }
  }
}
