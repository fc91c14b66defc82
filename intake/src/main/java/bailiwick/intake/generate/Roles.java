package bailiwick.intake.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which territories have something the matter with them; each role falls to a territory of its own,
 * drawn by seed. A company with few territories leaves the later roles out. Immutable.
 */
final class Roles {

  /** What is the matter with a territory or with who works it. */
  enum Role {
    /** Its representative left and still owns every account. */
    LEFT,
    /** Its representative contacts only easy accounts. */
    CHERRY_PICKER,
    /** As many accounts as the poor one, with far more potential. */
    RICH,
    /** As many accounts as the rich one, with far less potential. */
    POOR,
    /** Its representative also owns accounts of two predecessors, far away. */
    INHERITOR,
    /** A predecessor's territory. */
    FIRST_PREDECESSOR,
    /** The other predecessor's territory. */
    SECOND_PREDECESSOR,
    /** It has a county far from its own ground. */
    TORN,
    /** Its representative is new and carries a full load. */
    BEGINNER,
    /** Its representative hardly contacts anyone. */
    UNTENDED
  }

  private final Map<Role, Integer> territoryOf; // those that are played

  private Roles(Map<Role, Integer> territoryOf) {
    this.territoryOf = territoryOf;
  }

  /** Casts the roles among territories; only as many as leave one in three without. */
  static Roles cast(int territories, Draws draws) {
    List<Integer> order = new ArrayList<>();
    for (int t = 0; t < territories; t++) {
      order.add(draws.below(order.size() + 1), t);
    }
    Map<Role, Integer> territoryOf = new EnumMap<>(Role.class);
    int played = 0;
    for (Role role : Role.values()) {
      if (played < territories * 2 / 3) {
        territoryOf.put(role, order.get(played++));
      }
    }
    return new Roles(territoryOf);
  }

  /** Number of the territory with a role, or -1. */
  int territory(Role role) {
    return territoryOf.getOrDefault(role, -1);
  }

  /** Whether a territory has a role. */
  boolean is(int territory, Role role) {
    return territory(role) == territory;
  }

  /** Whether all of these roles are played. */
  boolean played(Role... roles) {
    for (Role role : roles) {
      if (territory(role) < 0) {
        return false;
      }
    }
    return true;
  }
}
