package bailiwick.intake.roster;

import bailiwick.core.roster.Representative;

/**
 * An accepted row of a representatives file.
 *
 * @param representative the person
 * @param row 1 for the first row below the header
 * @param territoryKey today's territory code as the file names it; empty when none
 * @param managerKey the manager as the file names them; empty when none
 */
public record ImportedRepresentative(
    Representative representative, long row, String territoryKey, String managerKey) {}
