package bailiwick.store.user;

/** What a user or an API key may do. */
public enum Role {
  ADMINISTRATOR,
  PLANNER,
  MANAGER,
  REPRESENTATIVE,
  INTEGRATION
}
