package bailiwick.cli.design;

import bailiwick.intake.brief.BriefChange;
import bailiwick.intake.brief.DesignBrief;

/** Says what a brief asks for in a few words, while it is done. */
final class BriefSteps {

  private BriefSteps() {}

  static String of(DesignBrief brief) {
    if (brief.modes().number().isPresent()) {
      return "Looking for the best number of territories";
    }
    return brief
        .modes()
        .change()
        .map(change -> of(change.kind()))
        .orElse("Designing " + brief.territories().size() + " territories");
  }

  private static String of(BriefChange.Kind kind) {
    return switch (kind) {
      case BriefChange.Split split ->
          "Splitting " + split.territory() + " into " + (split.parts().count() + 1);
      case BriefChange.Merge merge ->
          "Merging " + String.join(", ", merge.ended()) + " into " + merge.into();
      case BriefChange.Remove remove -> "Removing " + String.join(", ", remove.ended());
      case BriefChange.Add add -> "Adding " + add.territories().count() + " territories";
    };
  }
}
