package bailiwick.store.idempotency;

/**
 * The answer a key was given the first time.
 *
 * @param requestHash to notice a key used for something else
 * @param status HTTP status
 * @param body JSON
 */
public record RememberedAnswer(String requestHash, int status, String body) {}
