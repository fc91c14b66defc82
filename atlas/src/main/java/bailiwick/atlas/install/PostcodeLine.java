package bailiwick.atlas.install;

import bailiwick.core.unit.LonLat;

/**
 * One row of a postcode table.
 *
 * @param region code as the file has it, else its name
 * @param regionName name as the file has it; may be empty
 * @param county name as the file has it
 */
record PostcodeLine(
    String postcode, LonLat point, String city, String region, String regionName, String county) {}
