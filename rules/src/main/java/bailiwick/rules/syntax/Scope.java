package bailiwick.rules.syntax;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a territory asks of all its subjects, whatever rule gives them to it.
 *
 * @param under the territory above it in the hierarchy, whose scope it shares; null at the top
 * @param when what its subjects satisfy
 * @param except what none of its subjects satisfies
 */
public record Scope(@Nullable Value under, Condition when, Condition except)
    implements Serializable {

  /** Any subject, at the top of the hierarchy. */
  public static final Scope ANY = new Scope(null, Condition.All.ALWAYS, Condition.Any.NEVER);
}
