package bailiwick.intake.generate;

import bailiwick.core.unit.LonLat;

/** Where a representative lives. Immutable. */
record Home(String city, String region, String postcode, LonLat point) {}
