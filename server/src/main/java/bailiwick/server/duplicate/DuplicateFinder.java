package bailiwick.server.duplicate;

import bailiwick.core.account.AccountId;
import bailiwick.core.problem.Problem;
import bailiwick.intake.duplicate.DuplicatePair;
import bailiwick.intake.duplicate.DuplicateReport;
import bailiwick.intake.duplicate.DuplicateSearch;
import bailiwick.intake.duplicate.DuplicateSettings;
import bailiwick.intake.duplicate.ListedAccount;
import bailiwick.intake.duplicate.ListedAccounts;
import bailiwick.server.job.BestSoFar;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWork;
import bailiwick.server.job.Jobs;
import bailiwick.store.Store;
import bailiwick.store.duplicate.FoundPair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks for accounts that may be one, in a job over all accounts, and keeps the pairs. Thread-safe.
 *
 * <p>The accounts' names, addresses, domains and numbers are held in memory meanwhile: about 0.6 KB
 * an account. More than fit are refused while they are read, by {@code DUPLICATES_TOO_MANY}.
 */
public class DuplicateFinder {

  private static final double SHARE_READ = 0.3;
  private static final double SHARE_COMPARED = 0.8;

  private final Store store;
  private final Jobs jobs;
  private final JsonMapper json;
  private final Duplicates duplicates;

  /** Looks through the accounts of a store. */
  public DuplicateFinder(Store store, Jobs jobs, JsonMapper json, Duplicates duplicates) {
    this.store = store;
    this.jobs = jobs;
    this.json = json;
    this.duplicates = duplicates;
    jobs.handle(JobKind.DUPLICATES, this::search);
  }

  Job start(String who) {
    return jobs.submit(JobKind.DUPLICATES, "", "{}", 0, who);
  }

  private JobWork.Outcome search(bailiwick.store.job.Job job, JobWork.Progress progress) {
    progress.tell(0, "Reading the accounts.");
    ListedAccounts accounts = ListedAccounts.empty();
    store
        .accounts()
        .forEach(stored -> {
          String id = stored.account().id().toString();
          accounts.add(ListedAccount.of(stored.account(), id, accounts.size() + 1L));
        });
    if (isStopped(progress)) {
      return done("Stopped; the pairs are as they were.", true, List.of());
    }
    progress.tell(SHARE_READ, "Comparing %s accounts.".formatted(accounts.size()));
    DuplicateReport report = DuplicateSearch.find(accounts, DuplicateSettings.DEFAULT);
    if (isStopped(progress)) {
      return done("Stopped; the pairs are as they were.", true, List.of());
    }
    List<FoundPair> pairs = withProspects(report);
    progress.tell(SHARE_COMPARED, "Keeping %s pairs.".formatted(pairs.size()));
    long news = store.duplicates().keep(pairs);
    int merged = store.duplicates().mergesAlike() ? mergeAlike(job.createdBy(), progress) : 0;
    return done(sentence(report, pairs.size(), news, merged), false, report.problems());
  }

  /**
   * What the search found, and the prospects of a customer's web domain that it did not: all that
   * is to wait is kept at once, or what waits already would go and come back as another pair.
   */
  private List<FoundPair> withProspects(DuplicateReport report) {
    List<FoundPair> pairs = new ArrayList<>();
    Set<Set<AccountId>> known = new HashSet<>();
    Stream.concat(report.pairs().stream().map(this::found), duplicates.prospectPairs().stream())
        .filter(pair -> known.add(Set.of(pair.first(), pair.second())))
        .forEach(pairs::add);
    return pairs;
  }

  private static boolean isStopped(JobWork.Progress progress) {
    return progress.live().cancellation().isRequested();
  }

  private static JobWork.Outcome done(
      String message, boolean stopped, List<? extends Problem> notes) {
    return new JobWork.Outcome.Done(
        message, stopped, null, BestSoFar.NOTHING, null, null, List.copyOf(notes));
  }

  private FoundPair found(DuplicatePair pair) {
    return new FoundPair(
        new AccountId(UUID.fromString(pair.first().id())),
        new AccountId(UUID.fromString(pair.second().id())),
        pair.score(),
        EvidenceText.print(pair.evidence(), json));
  }

  /** Goes on until no open pair is alike: of three alike, two pairs are merged. */
  private int mergeAlike(String who, JobWork.Progress progress) {
    progress.tell(SHARE_COMPARED, "Merging those alike in every respect.");
    return duplicates.mergeAlike(who, () -> isStopped(progress));
  }

  private static String sentence(DuplicateReport report, int pairs, long news, int merged) {
    String found =
        "Among %s accounts, %s pairs may be one, %s of them new."
            .formatted(report.accounts(), pairs, news);
    return merged == 0 ? found : found + " %s were merged by the rule.".formatted(merged);
  }
}
