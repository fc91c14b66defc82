package bailiwick.atlas.draft;

/** All polygons of a country are too small for the grid that shapes are drawn on. */
public final class NoGroundException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoGroundException(String country) {
    super("No area of (%s) has ground on the grid.".formatted(country));
  }
}
