package bailiwick.store.plan;

/**
 * One coverage responsibility over the accounts.
 *
 * @param code such as {@code new-business}, unique
 */
public record Layer(LayerId id, String code, String name) {}
