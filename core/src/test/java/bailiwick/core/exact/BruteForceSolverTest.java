package bailiwick.core.exact;

class BruteForceSolverTest extends ExactSolverContract {

  @Override
  protected ExactSolver solver() {
    return new BruteForceSolver();
  }
}
