package bailiwick.server.problem;

import bailiwick.core.problem.Problem;
import bailiwick.store.database.StoreProblem;
import bailiwick.store.duplicate.DuplicateProblem;
import bailiwick.store.exception.ExceptionProblem;
import bailiwick.store.ledger.LedgerProblem;
import bailiwick.store.plan.PlanProblem;
import bailiwick.store.publication.PublicationProblem;
import bailiwick.store.review.ReviewProblem;
import bailiwick.store.scenario.ScenarioProblem;
import bailiwick.store.stability.StabilityProblem;

/** The HTTP status of each problem: the core knows none. */
final class ProblemStatus {

  private ProblemStatus() {}

  static int of(Problem problem) {
    return switch (problem) {
      case HttpProblem http -> http.status();
      case StoreProblem store -> ofStore(store);
      case PublicationProblem.KeyReused reused -> 409;
      case PublicationProblem.DataDoubtful doubtful -> 409;
      case PublicationProblem.DataUnseen unseen -> 409;
      case PublicationProblem.UndoneAlready undone -> 409;
      case PublicationProblem.NotLast later -> 409;
      case PublicationProblem.Stale stale -> 409;
      case ReviewProblem review -> 409;
      case PlanProblem plan -> 409;
      case ScenarioProblem scenario -> 409;
      case LedgerProblem.OwnerChanged changed -> 409;
      case ExceptionProblem.Overlap overlap -> 409;
      case ExceptionProblem.EndedAlready ended -> 409;
      case StabilityProblem.WrongLimit limit -> 422;
      case StabilityProblem stability -> 409;
      case DuplicateProblem.Decided decided -> 409;
      case DuplicateProblem.Undecided undecided -> 409;
      case DuplicateProblem.AlreadyOne one -> 409;
      case DuplicateProblem.RestedOn later -> 409;
      default -> 422;
    };
  }

  private static int ofStore(StoreProblem problem) {
    return switch (problem.code()) {
      case "STORE_NOT_FOUND" -> 404;
      case "STORE_STALE_VERSION", "STORE_ALREADY_EXISTS" -> 409;
      case "STORE_CURSOR_UNKNOWN", "STORE_DAY_OUT_OF_RANGE" -> 400;
      case "STORE_DISK_FULL", "STORE_NO_ROOM" -> 507;
      case "STORE_CANNOT_CONNECT", "STORE_CONNECTION_LOST", "STORE_BUSY" -> 503;
      default -> 409;
    };
  }
}
