package bailiwick.server.security;

/** What a person or a machine is to the company; decides which operations are allowed. */
public enum Role {
  /** Runs the installation: users, API keys, company. May do all a planner may. */
  ADMINISTRATOR,
  /** Designs, compares and publishes territories. */
  PLANNER,
  /** Reads everything about territories, accounts and figures. */
  MANAGER,
  /** Sees the accounts of the own territory. */
  REPRESENTATIVE,
  /** A machine: brings accounts and leads, asks for owners. */
  INTEGRATION
}
