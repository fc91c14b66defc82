package bailiwick.rules.syntax;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.source.Span;
import java.io.Serializable;

/**
 * A territory as a rule set names it.
 *
 * @param name as shown to people, empty when the code is all there is
 * @param span where its code stood
 */
public record TerritoryTitle(TerritoryCode code, String name, Span span) implements Serializable {}
