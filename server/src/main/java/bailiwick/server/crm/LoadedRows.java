package bailiwick.server.crm;

/** What the rows of a pull came to, as kept with it. */
record LoadedRows(long accepted, long rejected) {

  static final LoadedRows NONE = new LoadedRows(0, 0);
}
