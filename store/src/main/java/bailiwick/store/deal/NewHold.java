package bailiwick.store.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hold to be made.
 *
 * @param from first day
 * @param until first day on which it is held no more, null until it closes
 */
public record NewHold(LocalDate from, @Nullable LocalDate until, String why, String who) {}
