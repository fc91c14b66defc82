package bailiwick.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FamilyTreeTest {

  private static AccountId id(int number) {
    return new AccountId(new UUID(0, number));
  }

  private static Kin kin(int number, int parent, String site, long potential) {
    return new Kin(id(number), parent < 0 ? null : id(parent), site, potential);
  }

  @Test
  void a_family_follows_its_top_its_site_or_its_largest() {
    FamilyTree tree =
        FamilyTree.of(
            List.of(
                kin(1, -1, "paris", 10),
                kin(2, 1, "lyon", 90),
                kin(3, 2, "lyon", 50),
                kin(4, 1, "", 20),
                kin(5, -1, "lyon", 1_000)));

    assertThat(tree.deciding(id(3), FamilyPolicy.EACH)).isEqualTo(id(3));
    assertThat(tree.deciding(id(3), FamilyPolicy.PARENT)).isEqualTo(id(1));
    assertThat(tree.deciding(id(3), FamilyPolicy.SITE)).isEqualTo(id(2));
    assertThat(tree.deciding(id(4), FamilyPolicy.SITE)).isEqualTo(id(4));
    assertThat(tree.deciding(id(1), FamilyPolicy.LARGEST)).isEqualTo(id(2));
    assertThat(tree.deciding(id(5), FamilyPolicy.LARGEST)).isEqualTo(id(5));
    assertThat(tree.deciding(id(99), FamilyPolicy.PARENT)).isEqualTo(id(99));
    assertThat(tree.withFamilies(List.of(id(3)))).contains(id(1), id(2), id(4)).hasSize(4);
    assertThat(tree.deciding()).containsExactlyInAnyOrder(id(1), id(2));
  }

  @Test
  void parents_in_a_circle_are_none_and_what_hangs_below_stays() {
    FamilyTree tree =
        FamilyTree.of(
            List.of(
                kin(1, 2, "", 0),
                kin(2, 3, "", 0),
                kin(3, 1, "", 0),
                kin(4, 2, "", 0),
                kin(5, 5, "", 0),
                kin(6, 77, "", 0)));

    assertThat(tree.deciding(id(1), FamilyPolicy.PARENT)).isEqualTo(id(1));
    assertThat(tree.deciding(id(4), FamilyPolicy.PARENT)).isEqualTo(id(2));
    assertThat(tree.deciding(id(5), FamilyPolicy.PARENT)).isEqualTo(id(5));
    assertThat(tree.deciding(id(6), FamilyPolicy.PARENT)).isEqualTo(id(6));
  }

  @Test
  void who_decides_is_whom_a_plain_walk_finds_in_any_order() {
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      List<Kin> accounts = new ArrayList<>();
      int size = 1 + random.nextInt(12);
      for (int number = 0; number < size; number++) {
        int parent = random.nextInt(3) == 0 ? -1 : random.nextInt(size + 1);
        String site = List.of("", "a", "b").get(random.nextInt(3));
        accounts.add(kin(number, parent, site, random.nextInt(4)));
      }
      Plain plain = new Plain(accounts);
      Collections.shuffle(accounts, random);
      FamilyTree tree = FamilyTree.of(accounts);

      for (Kin one : accounts) {
        for (FamilyPolicy policy : FamilyPolicy.values()) {
          assertThat(tree.deciding(one.account(), policy))
              .as("-Dseed=%s, %s of %s", seed, policy, accounts)
              .isEqualTo(plain.deciding(one, policy));
        }
        assertThat(tree.withFamilies(List.of(one.account()))).isEqualTo(plain.family(one));
      }
    }
  }

  /** The same by walking up from each account anew. */
  private static final class Plain {

    private final Map<AccountId, Kin> byId = new HashMap<>();

    Plain(List<Kin> accounts) {
      accounts.forEach(each -> byId.put(each.account(), each));
    }

    private @Nullable Kin parent(Kin of) {
      return of.parent() == null || isOnCircle(of) ? null : byId.get(of.parent());
    }

    private boolean isOnCircle(Kin of) {
      Set<AccountId> seen = new HashSet<>();
      Kin at = of;
      while (at != null && at.parent() != null && seen.add(at.account())) {
        if (at.parent().equals(of.account())) {
          return true;
        }
        at = byId.get(at.parent());
      }
      return false;
    }

    private List<Kin> upwards(Kin of) {
      List<Kin> way = new ArrayList<>(List.of(of));
      for (Kin at = parent(of); at != null; at = parent(at)) {
        way.add(at);
      }
      return way;
    }

    Set<AccountId> family(Kin of) {
      Set<AccountId> family = new HashSet<>();
      for (Kin each : byId.values()) {
        if (upwards(each).getLast().equals(upwards(of).getLast())) {
          family.add(each.account());
        }
      }
      return family;
    }

    AccountId deciding(Kin of, FamilyPolicy policy) {
      return switch (policy) {
        case EACH -> of.account();
        case PARENT -> upwards(of).getLast().account();
        case SITE -> best(of, policy);
        case LARGEST -> best(of, policy);
      };
    }

    private AccountId best(Kin of, FamilyPolicy policy) {
      Kin best = null;
      for (AccountId id : family(of)) {
        Kin each = Objects.requireNonNull(byId.get(id));
        boolean counts =
            policy == FamilyPolicy.LARGEST
                || each.equals(of)
                || (!of.site().isEmpty() && each.site().equals(of.site()));
        if (counts && (best == null || isBefore(each, best, policy))) {
          best = each;
        }
      }
      return Objects.requireNonNull(best).account();
    }

    private boolean isBefore(Kin one, Kin other, FamilyPolicy policy) {
      if (policy == FamilyPolicy.LARGEST && one.potentialCents() != other.potentialCents()) {
        return one.potentialCents() > other.potentialCents();
      }
      int height = Integer.compare(upwards(one).size(), upwards(other).size());
      return height == 0
          ? one.account().value().compareTo(other.account().value()) < 0
          : height < 0;
    }
  }
}
