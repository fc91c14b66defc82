package bailiwick.rules.syntax;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.source.Span;
import java.io.Serializable;

/**
 * A territory as a rule set names it.
 *
 * @param name as shown to people, empty when the code is all there is
 * @param scope what it asks of all its subjects
 * @param span where its code stood
 */
public record TerritoryTitle(TerritoryCode code, String name, Scope scope, Span span)
    implements Serializable {

  /** A territory that asks nothing by itself. */
  public TerritoryTitle(TerritoryCode code, String name, Span span) {
    this(code, name, Scope.ANY, span);
  }
}
