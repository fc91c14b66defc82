package bailiwick.cli.client;

/**
 * A field of a form that is sent with a file; names may repeat.
 *
 * @param name as the API calls it
 */
public record FormField(String name, String value) {}
