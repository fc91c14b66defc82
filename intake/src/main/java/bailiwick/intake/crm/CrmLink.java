package bailiwick.intake.crm;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What a client needs of the world.
 *
 * @param random for the length of waits
 * @param network where its calls may go
 */
public record CrmLink(
    HttpClient http,
    Clock clock,
    Pauses pauses,
    RandomGenerator random,
    CrmPatience patience,
    CrmNetwork network) {}
