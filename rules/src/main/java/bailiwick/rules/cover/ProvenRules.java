package bailiwick.rules.cover;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitId;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a plan with their proof: they compile, the areas say of every leaf of the geography
 * what the alignment says, written rules never disagree and each decides something, and no subject
 * has two territories. Only {@link #of} makes them, and a publication takes nothing else, so that
 * rules without proof cannot be published; where some area is nobody's it asks for a {@link
 * Waiver}, too. Immutable and thread-safe.
 */
public final class ProvenRules {

  private final RuleLookup lookup;
  private final WrittenRules written;
  private final CoverReport cover;
  private final List<Problem> warnings;

  private ProvenRules(
      RuleLookup lookup, WrittenRules written, CoverReport cover, List<Problem> warnings) {
    this.lookup = lookup;
    this.written = written;
    this.cover = cover;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Covers, compiles, walks whatever written rules can tell apart, and every leaf. O(areas + units
   * + leaves × rules / 64), and what the written rules cost.
   *
   * @throws ProblemException when the rules cannot decide, with a {@link WrittenProblem} for each
   *     fault of the written rules, or with a {@link CoverProblem.Overlap} for each area that
   *     several territories claim
   */
  public static ProvenRules of(CoverRequest request, AreaTree tree) {
    List<WrittenProblem> unfitting =
        request.written().unfitting(request.layer(), request.alignment().territories());
    if (!unfitting.isEmpty()) {
      throw new ProblemException(unfitting);
    }
    List<RuleProblem> unaskable = request.written().unaskable(tree);
    if (!unaskable.isEmpty()) {
      throw new ProblemException(unaskable);
    }
    AlignmentRules made = AlignmentRules.of(request, tree);
    List<Problem> warnings = new ArrayList<>();
    RuleLookup lookup = compile(made.rules(), tree, warnings);
    WrittenProof.requireSound(request.written(), warnings);
    CoverReport cover = CoverCheck.check(lookup, tree);
    if (cover.overlapLeaves() > 0) {
      throw new ProblemException(cover.overlaps().stream().map(ProvenRules::problem).toList());
    }
    requireSame(request, lookup, tree);
    if (!made.unitsOutside().isEmpty()) {
      warnings.add(new CoverProblem.UnitsOutside(made.unitsOutside()));
    }
    return new ProvenRules(lookup, request.written(), cover, warnings);
  }

  private static RuleLookup compile(RuleSet rules, AreaTree tree, List<Problem> warnings) {
    return switch (RuleCompiler.over(Dimensions.STANDARD, tree).compile(rules)) {
      case Compilation.Compiled compiled -> {
        warnings.addAll(compiled.warnings());
        yield compiled.lookup();
      }
      case Compilation.Rejected rejected -> throw new ProblemException(rejected.problems());
    };
  }

  private static CoverProblem problem(CoverReport.Overlap overlap) {
    return new CoverProblem.Overlap(overlap.path(), overlap.witness(), overlap.territories());
  }

  /** Areas that differ from the alignment they were made of are our fault, not the user's. */
  private static void requireSame(CoverRequest request, RuleLookup lookup, AreaTree tree) {
    Alignment alignment = request.alignment();
    for (int leaf = 0; leaf < tree.leafCount(); leaf++) {
      Optional<UnitId> unit = tree.findUnit(leaf, request.unitKind());
      if (unit.isPresent()) {
        String path = tree.path(tree.leafNode(leaf));
        List<TerritoryCode> ruled = areaTerritories(lookup, path);
        if (!ruled.equals(alignment.findTerritory(unit.get()).stream().toList())) {
          throw new IllegalStateException(
              "The rules give the leaf (%s) to %s, the alignment to %s."
                  .formatted(path, ruled, alignment.findTerritory(unit.get())));
        }
      }
    }
  }

  private static List<TerritoryCode> areaTerritories(RuleLookup lookup, String path) {
    return lookup.findAll(Subject.UNKNOWN.withText(Dimension.AREA.name(), path)).stream()
        .mapToObj(lookup::rule)
        .filter(rule -> rule.priority() == AlignmentRules.AREA_PRIORITY)
        .map(Rule::territory)
        .toList();
  }

  /** The compiled rules. */
  public RuleLookup lookup() {
    return lookup;
  }

  /** The rules as a tree. */
  public RuleSet rules() {
    return lookup.rules();
  }

  /** The rules as text, which compiles to the same. */
  public String text() {
    return RulePrinter.print(lookup.rules());
  }

  /** The written rules among them. */
  public WrittenRules written() {
    return written;
  }

  /** Who claims the leaves: without overlaps, perhaps with gaps. */
  public CoverReport cover() {
    return cover;
  }

  /** What nobody would own, empty when every leaf has its territory. */
  public Optional<CoverProblem.Gap> findGap() {
    return cover.gapLeaves() == 0
        ? Optional.empty()
        : Optional.of(
            new CoverProblem.Gap(
                cover.gapLeaves(), cover.leaves(), cover.gaps().getFirst().path()));
  }

  /**
   * Requires that nothing is nobody's, or no more than somebody waived.
   *
   * @param waiver null when nobody did
   * @return the waiver when it was needed
   * @throws ProblemException with the {@link CoverProblem.Gap}
   */
  public Optional<Waiver> requireOwned(@Nullable Waiver waiver) {
    Optional<CoverProblem.Gap> gap = findGap();
    if (gap.isEmpty()) {
      return Optional.empty();
    }
    if (waiver == null || waiver.leaves() < cover.gapLeaves()) {
      throw ProblemException.of(gap.get());
    }
    return Optional.of(waiver);
  }

  /** What deserves a second look before publishing: units outside, rules that never win. */
  public List<Problem> warnings() {
    return warnings;
  }
}
