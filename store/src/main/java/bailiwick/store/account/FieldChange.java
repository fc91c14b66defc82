package bailiwick.store.account;

/**
 * One value that a load changes. Texts are empty where nothing is known.
 *
 * @param field as import files call it, such as {@code postcode}
 * @param before as the store has it
 * @param after as the load has it
 */
public record FieldChange(String field, String before, String after) {}
