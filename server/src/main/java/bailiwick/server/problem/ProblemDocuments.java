package bailiwick.server.problem;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Makes the document of a failed request from its problems. */
public final class ProblemDocuments {

  private ProblemDocuments() {}

  /** The document of one problem. */
  public static ProblemDocument of(Problem problem) {
    return of(List.of(problem));
  }

  /**
   * The document of several problems: the first one speaks, all are listed.
   *
   * @param problems at least one
   */
  public static ProblemDocument of(List<? extends Problem> problems) {
    Problem first = problems.getFirst();
    int status = ProblemStatus.of(first);
    ProblemItem item = ProblemItem.of(first);
    HttpStatus known = HttpStatus.resolve(status);
    boolean inText = first.place() instanceof Place.InText;
    return new ProblemDocument(
        "urn:bailiwick:problem:" + first.code(),
        known == null ? "Problem" : known.getReasonPhrase(),
        status,
        first.message(),
        first.code(),
        item.pointer(),
        first.place() instanceof Place.InText text
            ? new TextSpan(text.line(), text.column(), text.length())
            : null,
        inText ? null : item.row(),
        item.column(),
        first.hint(),
        problems.size() > 1 ? problems.stream().map(ProblemItem::of).toList() : null);
  }
}
