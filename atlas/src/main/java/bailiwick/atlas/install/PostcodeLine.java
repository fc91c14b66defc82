package bailiwick.atlas.install;

import bailiwick.core.unit.LonLat;

/**
 * One row of a postcode table.
 *
 * @param region code or name as the file has it
 * @param county name as the file has it
 */
record PostcodeLine(String postcode, LonLat point, String city, String region, String county) {}
