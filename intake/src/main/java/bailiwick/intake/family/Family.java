package bailiwick.intake.family;

import java.util.List;

/**
 * Accounts that belong together. Immutable.
 *
 * @param head id of the account at the top
 * @param members ids of all of them in alphabetical order, the head's among them; two or more
 * @param basis how it is known
 * @param domain the web domain that members share, empty for a family by parents
 */
public record Family(String head, List<String> members, Basis basis, String domain) {

  /** How a family is known. */
  public enum Basis {
    /** Accounts name their parents. */
    PARENTS,
    /** Accounts share a domain and do not say more; a proposal. */
    DOMAIN
  }

  public Family {
    members = List.copyOf(members);
    if (members.size() < 2 || !members.contains(head)) {
      throw new IllegalArgumentException(
          "The family of %s (%s) must have two members or more and its head among them."
              .formatted(head, members));
    }
  }
}
