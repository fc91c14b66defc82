package bailiwick.store.measure;

import java.time.LocalDate;

/**
 * Which days figures are counted over.
 *
 * @param revenueFrom first day whose revenue counts
 * @param closedFrom first day whose closed deals count
 * @param contactsFrom first day whose contacts count
 * @param asOf first day that does not count any more; what was open then is open
 */
public record FigureDays(
    LocalDate revenueFrom, LocalDate closedFrom, LocalDate contactsFrom, LocalDate asOf) {}
