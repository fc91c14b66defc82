package bailiwick.core.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Distances to units that are visited where the people are who decide, and not where the unit
 * itself is registered. Each place of a unit has a weight and a part of its visits that is made
 * from afar. A unit's distance is the mean over its visits in person, its squared distance the mean
 * of their squares; visits from afar take part of its weight away ({@link #inPerson}). Where others
 * are measured from a unit, it lies where most of its visits in person go, the first told of
 * several; a unit that is never visited in person lies at its own place. Immutable; owns its arrays
 * and hands out none. One distance costs as many as the unit has places.
 *
 * <p>With weights {@code w} of places {@code s} that sum to 1, {@code Σ w |s − c|² = |m − c|² + Σ w
 * |s − m|²} for their mean {@code m} (C. Huygens, *Horologium Oscillatorium*, 1673, part IV), and
 * {@code Σ w |s − c| ≥ |m − c|} (J. L. W. V. Jensen, *Sur les fonctions convexes*, 1906): what
 * {@link #isAtLeastStraight} promises.
 */
public final class VisitDistances implements Distances {

  private final Distances all; // between own places of units, homes, and the places visited
  private final int siteCount;
  private final int[] placeOf; // [site] -> number in all
  private final int[] start; // [unit] -> its first place; [unitCount] -> how many there are
  private final int[] place; // [k] -> number in all
  private final double[] part; // [k] -> part of the unit's visits in person, above 0
  private final double[] inPerson; // [unit] -> part of its visits
  private final double[] middle; // [unit * DIMENSIONS + dimension]
  private final double[] spread; // [unit]

  private VisitDistances(Builder from) {
    this.all = from.all;
    this.siteCount = from.siteCount;
    this.placeOf = new int[siteCount];
    Arrays.setAll(placeOf, site -> site);
    this.start = new int[from.visits.size() + 1];
    int count = from.visits.stream().mapToInt(List::size).sum();
    this.place = new int[count];
    this.part = new double[count];
    this.inPerson = new double[from.visits.size()];
    this.middle = new double[inPerson.length * DIMENSIONS];
    this.spread = new double[inPerson.length];
    for (int unit = 0; unit < inPerson.length; unit++) {
      start[unit + 1] = start[unit];
      settle(unit, from.visits.get(unit));
      for (int d = 0; d < DIMENSIONS; d++) {
        middle[unit * DIMENSIONS + d] = middleOf(unit, d);
      }
      spread[unit] = spreadOf(unit);
    }
  }

  private void settle(int unit, List<Visit> visits) {
    double all = visits.stream().mapToDouble(Visit::weight).sum();
    double travelled = visits.stream().mapToDouble(Visit::travelled).sum();
    inPerson[unit] = visits.isEmpty() ? 1 : travelled / all;
    double most = 0;
    for (Visit visit : visits) {
      if (visit.travelled() > 0) {
        place[start[unit + 1]] = visit.place();
        part[start[unit + 1]++] = visit.travelled() / travelled;
      }
      if (visit.travelled() > most) {
        most = visit.travelled();
        placeOf[unit] = visit.place();
      }
    }
  }

  private double middleOf(int unit, int dimension) {
    if (start[unit] == start[unit + 1]) {
      return all.coordinate(placeOf[unit], dimension);
    }
    double mean = 0;
    for (int k = start[unit]; k < start[unit + 1]; k++) {
      mean += part[k] * all.coordinate(place[k], dimension);
    }
    return mean;
  }

  private double spreadOf(int unit) {
    double mean = 0;
    for (int k = start[unit]; k < start[unit + 1]; k++) {
      for (int d = 0; d < DIMENSIONS; d++) {
        double step = all.coordinate(place[k], d) - middle[unit * DIMENSIONS + d];
        mean += part[k] * step * step;
      }
    }
    return mean;
  }

  /**
   * Starts with each unit at its own place, visited there and in person.
   *
   * @param all distances between the units' own places, the homes, and then all places visited
   * @param siteCount how many the units and homes are
   */
  public static Builder builder(Distances all, int unitCount, int siteCount) {
    return new Builder(all, unitCount, siteCount);
  }

  @Override
  public int siteCount() {
    return siteCount;
  }

  @Override
  public double between(int unit, int site) {
    int there = placeOf[site];
    if (start[unit] == start[unit + 1]) {
      return all.between(placeOf[unit], there);
    }
    double mean = 0;
    for (int k = start[unit]; k < start[unit + 1]; k++) {
      mean += part[k] * all.between(place[k], there);
    }
    return mean;
  }

  @Override
  public double squareBetween(int unit, int site) {
    int there = placeOf[site];
    if (start[unit] == start[unit + 1]) {
      return all.squareBetween(placeOf[unit], there);
    }
    double mean = 0;
    for (int k = start[unit]; k < start[unit + 1]; k++) {
      mean += part[k] * all.squareBetween(place[k], there);
    }
    return mean;
  }

  @Override
  public double inPerson(int unit) {
    return inPerson[unit];
  }

  @Override
  public double coordinate(int site, int dimension) {
    return all.coordinate(placeOf[site], dimension);
  }

  @Override
  public double middle(int unit, int dimension) {
    return middle[unit * DIMENSIONS + dimension];
  }

  @Override
  public double spread(int unit) {
    return spread[unit];
  }

  @Override
  public Distances places() {
    return new PartDistances(all, placeOf);
  }

  @Override
  public boolean isAtLeastStraight() {
    return all.isAtLeastStraight();
  }

  private record Visit(int place, double weight, double remoteShare) {

    double travelled() {
      return weight * (1 - remoteShare);
    }
  }

  /** Collects where units are visited. Not thread-safe. */
  public static final class Builder {

    private final Distances all;
    private final int siteCount;
    private final List<List<Visit>> visits; // [unit]

    private Builder(Distances all, int unitCount, int siteCount) {
      if (unitCount > siteCount || siteCount > all.siteCount()) {
        throw new IllegalArgumentException(
            "The units (%s) must be among the sites (%s), and these among all places (%s)."
                .formatted(unitCount, siteCount, all.siteCount()));
      }
      this.all = all;
      this.siteCount = siteCount;
      this.visits = new ArrayList<>();
      for (int unit = 0; unit < unitCount; unit++) {
        visits.add(new ArrayList<>(0));
      }
    }

    /**
     * Adds a place where a unit is visited, instead of its own or besides others.
     *
     * @param place number in all distances
     * @param weight what the visits there count beside those to its other places, above 0
     * @param remoteShare part of them for which nobody travels, 0 to 1
     */
    public Builder visit(int unit, int place, double weight, double remoteShare) {
      if (place < 0 || place >= all.siteCount()) {
        throw new IllegalArgumentException(
            "The place (%s) must lie from 0 to %s.".formatted(place, all.siteCount() - 1));
      }
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)
          || !(remoteShare >= 0 && remoteShare <= 1)) {
        throw new IllegalArgumentException(
            "The weight (%s) of unit %s must be above 0 and the remote share (%s) from 0 to 1."
                .formatted(weight, unit, remoteShare));
      }
      visits.get(unit).add(new Visit(place, weight, remoteShare));
      return this;
    }

    /** What was told. */
    public VisitDistances build() {
      return new VisitDistances(this);
    }
  }
}
