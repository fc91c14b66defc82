package bailiwick.cli.design;

import java.util.Map;

/** What a brief wanted besides territories drawn from scratch, and what came of it. */
interface ModeTold {

  /** The name it has in the report. */
  String key();

  /** What the report says of it. */
  Map<String, Object> json();

  /** What people are told, in lines that each begin with a line break; may be empty. */
  String words();
}
