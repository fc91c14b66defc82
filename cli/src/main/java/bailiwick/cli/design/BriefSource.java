package bailiwick.cli.design;

/**
 * What a brief's design was made from.
 *
 * @param brief path of the brief as it was named
 * @param accounts path of the accounts as it was named
 * @param inputHash fingerprint of both and of the atlas
 * @param atlasVersion the reference geography used
 */
record BriefSource(String brief, String accounts, String inputHash, String atlasVersion) {}
