package bailiwick.rules.lookup;

import bailiwick.core.area.AreaTree;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.source.Pending;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns rules into a {@link RuleLookup}: parse, check, build, run the examples. Immutable and
 * thread-safe.
 */
public final class RuleCompiler {

  private final Dimensions dimensions;
  private final @Nullable AreaTree areas;

  private RuleCompiler(Dimensions dimensions, @Nullable AreaTree areas) {
    this.dimensions = dimensions;
    this.areas = areas;
  }

  /** A compiler for rules over these dimensions that checks areas against a geography. */
  public static RuleCompiler over(Dimensions dimensions, AreaTree areas) {
    return new RuleCompiler(dimensions, areas);
  }

  /** A compiler that takes every area on trust. */
  public static RuleCompiler withoutAreas(Dimensions dimensions) {
    return new RuleCompiler(dimensions, null);
  }

  /** Compiles rule files that make up one version of one layer. */
  public Compilation compile(List<Source> sources) {
    return Pending.pending(dimensions, areas);
  }

  /** Compiles a rule set that is a tree already, such as the cover of an alignment. */
  public Compilation compile(RuleSet rules) {
    return Pending.pending(dimensions, areas);
  }
}
