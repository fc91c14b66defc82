package bailiwick.intake.family;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.util.List;

/** What is wrong with who belongs to whom, one record per kind. Values only. */
public sealed interface FamilyProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.WARNING;
  }

  /**
   * Accounts that are each other's parents.
   *
   * @param circle their ids from child to parent, the smallest first; one for an account that is
   *     its own parent
   */
  record Circle(List<String> circle) implements FamilyProblem {

    /** More are left out of the sentence. */
    private static final int MOST_NAMED = 8;

    public Circle {
      circle = List.copyOf(circle);
    }

    @Override
    public String code() {
      return "FAMILY_CIRCLE";
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", circle.getFirst());
    }

    @Override
    public String message() {
      if (circle.size() == 1) {
        return "The account `%s` is its own parent.".formatted(circle.getFirst());
      }
      String chain = String.join("` → `", circle.subList(0, Math.min(MOST_NAMED, circle.size())));
      return "The parents of %s accounts lead round in a circle: `%s` → %s."
          .formatted(
              circle.size(),
              chain,
              circle.size() > MOST_NAMED ? "…" : "`" + circle.getFirst() + "`");
    }

    @Override
    public String hint() {
      return "Blank the parent of the one at the top.";
    }
  }

  /** A parent that is no account. */
  record MissingParent(String account, String parent) implements FamilyProblem {

    @Override
    public String code() {
      return "FAMILY_MISSING_PARENT";
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", account);
    }

    @Override
    public String message() {
      return "The parent `%s` of the account `%s` is not among the accounts."
          .formatted(parent, account);
    }

    @Override
    public String hint() {
      return "Add the parent's row, or correct or blank the parent.";
    }
  }

  /** A parent named by a name that several accounts have. */
  record UnclearParent(String account, String parent, int many) implements FamilyProblem {

    @Override
    public String code() {
      return "FAMILY_UNCLEAR_PARENT";
    }

    @Override
    public Place place() {
      return new Place.OfThing("account", account);
    }

    @Override
    public String message() {
      return "The parent `%s` of the account `%s` is the name of %s accounts."
          .formatted(parent, account, many);
    }

    @Override
    public String hint() {
      return "Name the parent by its id.";
    }
  }

  /** A domain in several families by parents. */
  record SplitDomain(String domain, List<String> heads) implements FamilyProblem {

    private static final int MOST_NAMED = 8;

    public SplitDomain {
      heads = List.copyOf(heads);
    }

    @Override
    public String code() {
      return "FAMILY_SPLIT_DOMAIN";
    }

    @Override
    public Severity severity() {
      return Severity.NOTE;
    }

    @Override
    public String message() {
      return "The domain %s stands in %s families, headed by `%s`%s."
          .formatted(
              domain,
              heads.size(),
              String.join("`, `", heads.subList(0, Math.min(MOST_NAMED, heads.size()))),
              heads.size() > MOST_NAMED ? " and others" : "");
    }

    @Override
    public String hint() {
      return "If they are one company, give their heads a common parent.";
    }
  }
}
