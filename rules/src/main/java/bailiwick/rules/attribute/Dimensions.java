package bailiwick.rules.attribute;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The registry of dimensions that a rule set may ask about, besides tags. Immutable.
 *
 * @param all in the order in which traces and documents list them; names differ
 */
public record Dimensions(List<Dimension> all) implements Serializable {

  /** Area, industry, employees, revenue, segment, product line and account. */
  public static final Dimensions STANDARD =
      new Dimensions(
          List.of(
              Dimension.AREA,
              Dimension.INDUSTRY,
              Dimension.EMPLOYEES,
              Dimension.REVENUE,
              Dimension.SEGMENT,
              Dimension.PRODUCT,
              Dimension.ACCOUNT));

  public Dimensions {
    all = List.copyOf(all);
    if (all.stream().map(Dimension::name).distinct().count() != all.size()) {
      throw new IllegalArgumentException("The dimensions' names must differ: " + all + ".");
    }
  }

  /** A copy with one more dimension, such as a custom field of the company. */
  public Dimensions with(Dimension dimension) {
    List<Dimension> more = new ArrayList<>(all);
    more.add(dimension);
    return new Dimensions(more);
  }

  /** The dimension of a name, if there is one. Every tag is one. */
  public Optional<Dimension> find(String name) {
    Optional<String> tag = Dimension.findTag(name);
    return tag.isPresent() ? tag.map(Dimension::ofTag) : findRegistered(name);
  }

  private Optional<Dimension> findRegistered(String name) {
    return all.stream().filter(dimension -> dimension.name().equals(name)).findFirst();
  }

  /** Those that are none of {@link #STANDARD}, by the names under which accounts keep values. */
  public List<Dimension> further() {
    return all.stream().filter(dimension -> !STANDARD.all.contains(dimension)).toList();
  }

  /** The dimensions' names in order. */
  public List<String> names() {
    return all.stream().map(Dimension::name).toList();
  }
}
