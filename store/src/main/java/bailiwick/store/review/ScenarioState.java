package bailiwick.store.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far a scenario has come. */
public enum ScenarioState {
  /** Being worked on. */
  DRAFT,
  /** Submitted, and not changed until somebody decides. */
  IN_REVIEW,
  /** May be published as it is. */
  APPROVED,
  /** Published for a day to come. */
  SCHEDULED,
  /** In force. */
  PUBLISHED,
  /** Was in force, until another publication followed. */
  ARCHIVED;

  /** Whether it waits for a decision or for its publication, and so stays as it is. */
  public boolean isFrozen() {
    return this == IN_REVIEW || this == APPROVED;
  }

  /** What can be done about its review now. */
  public List<ReviewAct> possible() {
    return Arrays.stream(ReviewAct.values()).filter(act -> act.isPossible(this)).toList();
  }

  /** As people say it: {@code in review}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
