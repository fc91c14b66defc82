package bailiwick.exact;

import com.google.ortools.sat.ConstraintProto;
import com.google.ortools.sat.CpModelProto;
import com.google.ortools.sat.CpObjectiveProto;
import com.google.ortools.sat.CpSolverResponse;
import com.google.ortools.sat.IntegerVariableProto;
import com.google.ortools.sat.LinearConstraintProto;
import com.google.ortools.sat.PartialVariableAssignment;
import com.google.ortools.sat.SatParameters;
import com.google.ortools.sat.SolveWrapper;
import java.util.BitSet;

/**
 * CP-SAT of OR-Tools on one thread with a fixed seed, limited by the work that it counts itself: no
 * clock has a say in what it answers. Runs in the worker, with the library loaded.
 */
final class CpSat {

  private static final int SEED = 1;

  private CpSat() {}

  static Reply solve(Request request) {
    SolveWrapper solver = new SolveWrapper();
    try {
      solver.setParameters(parameters(request.work()));
      return reply(solver.solve(model(request)));
    } finally {
      solver.delete();
    }
  }

  private static SatParameters parameters(double work) {
    return SatParameters.newBuilder()
        .setNumWorkers(1)
        .setRandomSeed(SEED)
        .setMaxDeterministicTime(work)
        .setCatchSigintSignal(false)
        .build();
  }

  private static CpModelProto model(Request request) {
    CpModelProto.Builder model = CpModelProto.newBuilder();
    IntegerVariableProto binary =
        IntegerVariableProto.newBuilder().addDomain(0).addDomain(1).build();
    CpObjectiveProto.Builder objective =
        CpObjectiveProto.newBuilder().addDomain(-Request.ANY_COST).addDomain(request.mostCost());
    for (int variable = 0; variable < request.costs().length; variable++) {
      model.addVariables(binary);
      if (request.costs()[variable] != 0) {
        objective.addVars(variable).addCoeffs(request.costs()[variable]);
      }
    }
    for (int row = 0; row < request.lower().length; row++) {
      model.addConstraints(ConstraintProto.newBuilder().setLinear(row(request, row)));
    }
    if (request.hint().length > 0) {
      model.setSolutionHint(hint(request));
    }
    return model.setObjective(objective).build();
  }

  private static LinearConstraintProto row(Request request, int row) {
    LinearConstraintProto.Builder linear =
        LinearConstraintProto.newBuilder()
            .addDomain(request.lower()[row])
            .addDomain(request.upper()[row]);
    for (int term = request.first()[row]; term < request.first()[row + 1]; term++) {
      linear.addVars(request.variable()[term]).addCoeffs(request.coefficient()[term]);
    }
    return linear.build();
  }

  private static PartialVariableAssignment hint(Request request) {
    BitSet ones = BitSet.valueOf(request.hint());
    PartialVariableAssignment.Builder hint = PartialVariableAssignment.newBuilder();
    for (int variable = 0; variable < request.costs().length; variable++) {
      hint.addVars(variable).addValues(ones.get(variable) ? 1 : 0);
    }
    return hint.build();
  }

  private static Reply reply(CpSolverResponse response) {
    double work = response.getDeterministicTime();
    return switch (response.getStatus()) {
      case OPTIMAL, FEASIBLE -> new Reply.Found(work, bound(response), ones(response));
      case INFEASIBLE -> new Reply.NoSolution(work);
      case UNKNOWN -> new Reply.NothingFound(work, bound(response));
      case MODEL_INVALID, UNRECOGNIZED ->
          new Reply.Refused("CP-SAT does not take the program: " + response.getSolutionInfo());
    };
  }

  /** Objectives are whole grains below 2^53, so that the double is exact. */
  private static long bound(CpSolverResponse response) {
    double bound = Math.floor(response.getBestObjectiveBound());
    return bound > -Request.ANY_COST ? (long) bound : Reply.NO_BOUND;
  }

  private static BitSet ones(CpSolverResponse response) {
    BitSet ones = new BitSet(response.getSolutionCount());
    for (int variable = 0; variable < response.getSolutionCount(); variable++) {
      ones.set(variable, response.getSolution(variable) == 1);
    }
    return ones;
  }
}
