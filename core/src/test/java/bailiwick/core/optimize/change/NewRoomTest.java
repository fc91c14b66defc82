package bailiwick.core.optimize.change;

import static bailiwick.core.optimize.change.Changes.today;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Distances;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.design.Today;
import bailiwick.core.fixture.Worlds;
import bailiwick.core.unit.Measure;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NewRoomTest {

  private static final int WIDTH = 40;

  private final AtomicLong asked = new AtomicLong(); // distances looked up
  private final Worlds.Grid world = Worlds.grid(WIDTH, WIDTH);

  @Test
  void a_territory_grows_with_a_few_looks_for_each_unit() {
    int[] plan = NewRoom.atTheEdge(problem(), world.graph(), new int[WIDTH * WIDTH], 0);

    assertThat(Arrays.stream(plan).filter(t -> t == 1).count()).isEqualTo(WIDTH * WIDTH / 2);
    assertThat(asked.get()).isLessThan(4L * WIDTH * WIDTH);
  }

  @Test
  void stopped_it_tries_one_place_only() {
    int[] land = new int[WIDTH * WIDTH];

    NewRoom.best(problem(), world.graph(), land, 0, () -> true);
    long once = asked.getAndSet(0);
    NewRoom.best(problem(), world.graph(), land, 0, () -> false);

    assertThat(once).isLessThan(asked.get() / 10);
  }

  @Test
  void it_takes_from_the_fullest_neighbour_first() {
    var row = Worlds.grid("AAABBBBBBCCC");
    DesignProblem problem = today(row, 0.5).toBuilder().territory(TerritorySpec.free("D")).build();

    int[] plan = NewRoom.atTheEdge(problem, row.graph(), row.territoryOf(), 0);

    assertThat(row.draw(plan)).isIn("AAADDBBBBCCC", "AAABBBBDDCCC");
  }

  /** All land is the first one's; the second is to get half of it. */
  private DesignProblem problem() {
    long[] ones = new long[WIDTH * WIDTH];
    Arrays.fill(ones, 1);
    return DesignProblem.builder(world.units(), counted(world.distances()))
        .measure(Measure.ACCOUNTS, ones)
        .contiguous(world.graph())
        .freeTerritories(2)
        .rule(new BalanceRule.Tolerance(0, 0))
        .objective(Changes.MOMENT)
        .today(Today.of(new int[WIDTH * WIDTH], 0, 0))
        .build();
  }

  private Distances counted(Distances distances) {
    return new Distances() {
      @Override
      public int siteCount() {
        return distances.siteCount();
      }

      @Override
      public double between(int unit, int site) {
        asked.incrementAndGet();
        return distances.between(unit, site);
      }

      @Override
      public double coordinate(int site, int dimension) {
        return distances.coordinate(site, dimension);
      }
    };
  }
}
