package bailiwick.store.account;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.FamilyPolicy;
import bailiwick.core.account.FamilyTree;
import bailiwick.rules.attribute.Attributes;
import java.util.Map;
import java.util.Optional;

/** The families of all accounts, and by whose values rules decide each of them. Immutable. */
public final class FamilyBook {

  /** Nobody has a family. */
  public static final FamilyBook NONE = new FamilyBook(FamilyTree.NONE, Map.of());

  private final FamilyTree tree;
  private final Map<AccountId, Standin> standins;

  FamilyBook(FamilyTree tree, Map<AccountId, Standin> standins) {
    this.tree = tree;
    this.standins = Map.copyOf(standins);
  }

  /** An account that decides for others of its family. */
  public record Standin(AccountId account, String name, Attributes attributes) {

    /** That others follow it, in one sentence. */
    public String sentence(FamilyPolicy policy) {
      String sentence =
          switch (policy) {
            case EACH -> "It stands for itself by the plan's policy for families.";
            case PARENT -> "It follows its parent `%s` by the plan's policy for families.";
            case SITE -> "It follows `%s` at the same site by the plan's policy for families.";
            case LARGEST ->
                "It follows `%s`, the largest of its family, by the plan's policy for families.";
          };
      return sentence.formatted(name);
    }
  }

  /** The families. */
  public FamilyTree tree() {
    return tree;
  }

  /** Whom an account follows by a policy; empty when it stands for itself. */
  public Optional<Standin> find(AccountId account, FamilyPolicy policy) {
    AccountId deciding = tree.deciding(account, policy);
    return deciding.equals(account)
        ? Optional.empty()
        : Optional.ofNullable(standins.get(deciding));
  }

  /** The values by which rules decide an account: its own, or those of whom it follows. */
  public Attributes attributes(Account account, FamilyPolicy policy) {
    return find(account.id(), policy)
        .map(Standin::attributes)
        .orElseGet(() -> Attributes.of(account));
  }
}
