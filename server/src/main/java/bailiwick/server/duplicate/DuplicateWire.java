package bailiwick.server.duplicate;

import bailiwick.intake.duplicate.Evidence;
import bailiwick.server.account.AccountWire.AddressParts;
import bailiwick.server.account.AccountWire.Owner;
import bailiwick.store.duplicate.PairState;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON of accounts that may be one. */
public final class DuplicateWire {

  private DuplicateWire() {}

  /** A page of pairs. */
  @Schema(description = "A page of pairs, the highest score first.")
  public record PairPage(
      @Schema(description = "The pairs.") List<PairView> items,
      @Schema(description = "Where the next page starts; null on the last.", example = "MC45OQ")
          @Nullable String nextCursor,
      @Schema(description = "How many there are of each state.") PairTotals totals,
      @Schema(
              description = "Whether pairs alike in every respect are merged without asking.",
              example = "false")
          boolean mergeAlike,
      @Schema(description = "Currency of the amounts.", example = "USD") String currency) {}

  /** Pairs by state. */
  @Schema(description = "How many pairs there are of each state.")
  public record PairTotals(
      @Schema(description = "Nobody has decided.", example = "14") long open,
      @Schema(description = "They were one.", example = "5") long merged,
      @Schema(description = "They are two.", example = "3") long dismissed) {}

  /** Two accounts that may be one. */
  @Schema(description = "Two accounts that may be one.")
  public record PairView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b70")
          String id,
      @Schema(description = "What became of it.", example = "OPEN") PairState state,
      @Schema(description = "0 to 1; 0.5 where the evidence is even.", example = "0.97")
          double score,
      @Schema(description = "What speaks for and against, the name first.")
          List<EvidenceView> evidence,
      @Schema(description = "One account; of a merged pair, the survivor.") PairSide first,
      @Schema(description = "The other; of a merged pair, the one that went into the survivor.")
          PairSide second,
      @Schema(
              description =
                  "Which of them to keep: the one with more revenue, then more deals, then the"
                      + " older.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String suggestedSurvivorId,
      @Schema(description = "When it was found.", example = "2026-11-21T09:30:00Z") Instant foundAt,
      @Schema(description = "What was decided; null while it is open.")
          @Nullable PairDecision decision) {}

  /** What one field says. */
  @Schema(description = "What one field says about two accounts being one.")
  public record EvidenceView(
      @Schema(description = "Field.", example = "DOMAIN") Evidence.Field field,
      @Schema(description = "How the values compare.", example = "SAME") Evidence.Verdict verdict,
      @Schema(
              description = "Weight in bits: above 0 for one account, below 0 for two.",
              example = "6")
          double points,
      @Schema(description = "In words.", example = "same domain acme.com") String text) {}

  /** A decision. */
  @Schema(description = "A decision about a pair.")
  public record PairDecision(
      @Schema(description = "When.", example = "2026-11-21T09:30:00Z") Instant at,
      @Schema(description = "Who.", example = "planner") String who,
      @Schema(
              description = "The account that stayed; null when the pair was dismissed.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          @Nullable String survivorId,
      @Schema(description = "Whether the rule decided.", example = "false") boolean byRule) {}

  /** One account of a pair. */
  @Schema(description = "One account of a pair; money in whole currency units.")
  public record PairSide(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String id,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "System it came from.", example = "file") String source,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(description = "Address.") AddressParts address,
      @Schema(description = "Web address, empty when unknown.", example = "lakeview-clinic.com")
          String website,
      @Schema(description = "Telephone number, empty when unknown.", example = "+1 312 555 0142")
          String phone,
      @Schema(description = "Parent as its file names it, empty when none.", example = "A-000007")
          String parent,
      @Schema(description = "NAICS code, empty when unknown.", example = "621111") String industry,
      @Schema(description = "Number of people.", example = "85") @Nullable Long employees,
      @Schema(description = "Segment, empty when none.", example = "mid") String segment,
      @Schema(description = "Money a year that could be sold.", example = "48000") double potential,
      @Schema(description = "Money of the last twelve months.", example = "20500") double sales,
      @Schema(description = "Open opportunities.", example = "9000") double pipeline,
      @Schema(description = "Its owner today; null when none.") @Nullable Owner owner,
      @Schema(description = "Deals of it, open and closed.", example = "4") long deals,
      @Schema(description = "Revenue booked over all days.", example = "51000") double revenue,
      @Schema(description = "Contacts with it.", example = "12") long contacts,
      @Schema(description = "When it came in.", example = "2026-01-05T09:30:00Z")
          Instant createdAt) {}

  /** Which account to keep. */
  @Schema(description = "Which of the two accounts to keep.")
  public record MergeRequest(
      @NotNull
          @Schema(description = "The survivor.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          UUID survivorId) {}

  /** What may be merged without asking. */
  @Schema(description = "What may be merged without asking.")
  public record DuplicateRule(
      @Schema(
              description =
                  "Merge pairs of one name, one domain and one address of which nothing differs;"
                      + " the survivor is the suggested one. Off unless somebody turns it on; it"
                      + " holds from the next search on.",
              example = "false")
          boolean mergeAlike) {}
}
