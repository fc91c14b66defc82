package bailiwick.server.crm;

import bailiwick.intake.crm.CrmKind;
import bailiwick.intake.crm.CrmSystem;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of connections to CRMs. */
final class ConnectionWire {

  private ConnectionWire() {}

  /** Credentials as people enter them; only ever sent to us. */
  @Schema(
      description =
          "Who we are to the CRM; kept encrypted and never sent back. HubSpot: token. Salesforce:"
              + " clientId and clientSecret (client credentials); clientId and refreshToken, with"
              + " clientSecret where the app asks for it; or clientId, username and privateKey (JWT"
              + " bearer).")
  record Credentials(
      @Schema(description = "Salesforce app's consumer key.", example = "3MVG9lKcPoNINVBIPJjdw1J9")
          @Size(max = 500)
          @Nullable String clientId,
      @Schema(description = "Salesforce app's consumer secret.", example = "9205371918321623741")
          @Size(max = 500)
          @Nullable String clientSecret,
      @Schema(description = "Refresh token that a person granted.", example = "5Aep861KIwKdekr90I")
          @Size(max = 2_000)
          @Nullable String refreshToken,
      @Schema(description = "Salesforce user to act for.", example = "planner@example.com")
          @Size(max = 200)
          @Nullable String username,
      @Schema(
              description = "RSA key in PKCS #8, as PEM text.",
              example = "-----BEGIN PRIVATE KEY-----")
          @Size(max = 10_000)
          @Nullable String privateKey,
      @Schema(description = "HubSpot private app's access token.", example = "pat-eu1-0000")
          @Size(max = 500)
          @Nullable String token) {

    @Override
    public String toString() {
      return "Credentials[]";
    }
  }

  /** A connection to make. */
  @Schema(description = "A connection to make.")
  record ConnectionRequest(
      @Schema(description = "Name as shown to people.", example = "Our Salesforce")
          @NotBlank
          @Size(max = 80)
          String name,
      @Schema(description = "Which CRM.", example = "SALESFORCE") @NotNull CrmSystem system,
      @Schema(
              description = "Address of its API; Salesforce: the company's own domain.",
              example = "https://example.my.salesforce.com")
          @Size(max = 300)
          @Nullable String address,
      @Schema(
              description =
                  "Name of the system that its ids belong to; accounts loaded under the same name"
                      + " are taken for the same ones. `file` takes up what was uploaded.",
              example = "salesforce")
          @Size(max = 80)
          @Nullable String source,
      @Schema(
              description = "The account's field that holds the territory's name; absent for none.",
              example = "Territory__c")
          @Size(max = 100)
          @Nullable String territoryField,
      @Schema(description = "Credentials.") @NotNull Credentials credentials) {}

  /** What to change of a connection. */
  @Schema(
      description =
          "What to change of a connection; absent parts stay. Another server needs credentials of"
              + " its own; another address or field is pulled from the beginning.")
  record ConnectionUpdate(
      @Schema(description = "Address of its API.", example = "https://example.my.salesforce.com")
          @Size(max = 300)
          @Nullable String address,
      @Schema(
              description = "The account's field that holds the territory's name; blank for none.",
              example = "Territory__c")
          @Size(max = 100)
          @Nullable String territoryField,
      @Schema(description = "New credentials.") @Nullable Credentials credentials) {}

  /** A connection. */
  @Schema(description = "A connection to a CRM, without its secrets.")
  record ConnectionView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b20")
          String id,
      @Schema(description = "Name as shown to people.", example = "Our Salesforce") String name,
      @Schema(description = "Which CRM.", example = "SALESFORCE") CrmSystem system,
      @Schema(description = "Address of its API.", example = "https://example.my.salesforce.com")
          String address,
      @Schema(description = "System that its ids belong to.", example = "salesforce") String source,
      @Schema(
              description = "The account's field that holds the territory's name; empty for none.",
              example = "Territory__c")
          String territoryField,
      @Schema(description = "Who made it.", example = "dana") String createdBy,
      @Schema(description = "When it was made.", example = "2026-11-21T09:30:00Z")
          Instant createdAt,
      @Schema(description = "What was pulled of each kind.") List<PulledKind> pulled) {}

  /** What was pulled of a kind. */
  @Schema(description = "What was pulled of a kind of rows.")
  record PulledKind(
      @Schema(description = "Kind of rows.", example = "ACCOUNTS") CrmKind kind,
      @Schema(
              description = "When a pull last came to its end; null before the first.",
              example = "2026-11-21T09:30:00Z")
          @Nullable Instant pulledAt,
      @Schema(
              description = "Whether a pull was cut short and will go on where it stopped.",
              example = "false")
          boolean inTheMiddle,
      @Schema(description = "Rows that it loaded.", example = "4210") @Nullable Long accepted,
      @Schema(description = "Rows that could not be used.", example = "2")
          @Nullable Long rejected) {}

  /** Connections. */
  @Schema(description = "Connections by name.")
  record ConnectionList(@Schema(description = "The connections.") List<ConnectionView> items) {}

  /** What a test of a connection found. */
  @Schema(description = "Who the CRM takes us for.")
  record ConnectionTest(
      @Schema(description = "The company's id at the CRM.", example = "00D000000000001EAA")
          String organisation,
      @Schema(description = "Whom the credentials stand for.", example = "005000000000001AAA")
          String user,
      @Schema(
              description = "Calls of its API made today, null when it does not tell.",
              example = "1018")
          @Nullable Long callsUsed,
      @Schema(
              description = "Calls that it allows in a day, null when it does not tell.",
              example = "100000")
          @Nullable Long callsAllowed) {}
}
