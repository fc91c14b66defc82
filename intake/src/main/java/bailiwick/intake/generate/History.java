package bailiwick.intake.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * What happened with one account in two years. Immutable; made by {@link Histories}.
 *
 * @param deals in order of opening
 * @param contacts in order of days
 * @param yearlyBaseCents money a year that comes without new deals, 0 for a prospect
 */
record History(List<Deal> deals, List<Contact> contacts, long yearlyBaseCents) {

  /**
   * One opportunity.
   *
   * @param stage such as {@code Closed Won}
   * @param closedOn day won or lost, or expected to close
   */
  record Deal(String stage, boolean won, long amountCents, LocalDate openedOn, LocalDate closedOn) {
    boolean open() {
      return !stage.startsWith("Closed");
    }
  }

  /** Contacts of one kind on a day. */
  record Contact(LocalDate on, String kind, int count) {}

  /** Whether money comes or came from it. */
  boolean customer() {
    return yearlyBaseCents > 0 || deals.stream().anyMatch(Deal::won);
  }

  /** Open deals, unweighted. */
  long pipelineCents() {
    return deals.stream().filter(Deal::open).mapToLong(Deal::amountCents).sum();
  }

  /**
   * Money earned from one day to before another: the base by the day, and each deal won over the
   * year from its closing.
   */
  long revenueCents(LocalDate from, LocalDate until) {
    long cents = yearlyBaseCents * days(from, until) / 365;
    for (Deal deal : deals) {
      if (deal.won()) {
        LocalDate end = deal.closedOn().plusDays(365);
        LocalDate first = deal.closedOn().isAfter(from) ? deal.closedOn() : from;
        LocalDate last = end.isBefore(until) ? end : until;
        cents += deal.amountCents() * days(first, last) / 365;
      }
    }
    return cents;
  }

  private static long days(LocalDate from, LocalDate until) {
    return Math.max(0, until.toEpochDay() - from.toEpochDay());
  }
}
