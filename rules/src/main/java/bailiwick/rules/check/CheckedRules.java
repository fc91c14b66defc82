package bailiwick.rules.check;

import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.syntax.RuleSet;
import java.io.Serializable;

/**
 * Rules whose fields, questions, areas and names are known to be right. Made by {@link
 * RuleChecker}.
 */
public record CheckedRules(RuleSet rules, Dimensions dimensions) implements Serializable {}
