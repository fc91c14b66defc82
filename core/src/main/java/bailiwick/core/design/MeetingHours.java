package bailiwick.core.design;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Hours of the working day that the people who decide at units have in common with those who serve
 * a territory, as a mean over a unit's people by weight. Immutable; owns its arrays and hands out
 * none.
 */
public final class MeetingHours {

  private final WorkingDay day;
  private final int[] columnOf; // [territory] -> number of its offset
  private final int columnCount;
  private final double[] common; // [unit * columnCount + column] -> hours

  private MeetingHours(Builder from) {
    this.day = from.day;
    List<ZoneOffset> offsets = from.offsets.stream().distinct().toList();
    this.columnOf = from.offsets.stream().mapToInt(offsets::indexOf).toArray();
    this.columnCount = offsets.size();
    this.common = new double[from.people.size() * columnCount];
    for (int unit = 0; unit < from.people.size(); unit++) {
      for (int column = 0; column < columnCount; column++) {
        common[unit * columnCount + column] = mean(from.people.get(unit), day, offsets.get(column));
      }
    }
  }

  private static double mean(List<Person> people, WorkingDay day, ZoneOffset there) {
    double weights = 0;
    double sum = 0;
    for (Person person : people) {
      weights += person.weight();
      sum += person.weight() * day.inCommon(person.offset(), there);
    }
    return weights == 0 ? day.hours() : sum / weights;
  }

  /**
   * Starts with nobody at any unit; where nobody decides, all hours are in common.
   *
   * @param territories the zone of each, by number
   */
  public static Builder builder(WorkingDay day, int unitCount, List<ZoneId> territories) {
    return new Builder(day, unitCount, territories);
  }

  /** Hours of a day in common, 0 to the length of the day. */
  public double inCommon(int unit, int territory) {
    return common[unit * columnCount + columnOf[territory]];
  }

  /** Hours of a day that are not in common, 0 to the length of the day. */
  public double missed(int unit, int territory) {
    return Math.max(0, day.hours() - inCommon(unit, territory));
  }

  /**
   * As something to make small: the hours of a day that are missed, times how often each unit
   * counts. Territories of one offset share the memory of their costs.
   *
   * @param timesOf {@code timesOf[unit]}, such as its number of accounts, 0 or more
   */
  public Preference toPreference(String name, double[] timesOf) {
    Preference.Builder costs = Preference.builder(name, timesOf.length, columnCount);
    for (int unit = 0; unit < timesOf.length; unit++) {
      for (int column = 0; column < columnCount; column++) {
        double missed = Math.max(0, day.hours() - common[unit * columnCount + column]);
        if (missed * timesOf[unit] > 0) {
          costs.cost(unit, column, missed * timesOf[unit]);
        }
      }
    }
    return costs.build().withTerritories(columnOf);
  }

  private record Person(double weight, ZoneOffset offset) {}

  /** Collects who decides where. Not thread-safe. */
  public static final class Builder {

    private final WorkingDay day;
    private final List<ZoneOffset> offsets; // [territory]
    private final List<List<Person>> people = new ArrayList<>(); // [unit]

    private Builder(WorkingDay day, int unitCount, List<ZoneId> territories) {
      this.day = day;
      this.offsets = territories.stream().map(day::offset).toList();
      for (int unit = 0; unit < unitCount; unit++) {
        people.add(new ArrayList<>(1));
      }
    }

    /**
     * Adds somebody who decides at a unit.
     *
     * @param weight what they count beside the others there, above 0
     */
    public Builder person(int unit, double weight, ZoneId zone) {
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "The weight (%s) at unit %s must be above 0.".formatted(weight, unit));
      }
      people.get(unit).add(new Person(weight, day.offset(zone)));
      return this;
    }

    /** What was told. */
    public MeetingHours build() {
      return new MeetingHours(this);
    }
  }
}
