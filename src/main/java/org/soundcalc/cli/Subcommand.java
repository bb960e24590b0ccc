package org.soundcalc.cli;

import picocli.CommandLine.Model.CommandSpec;

/**
 * A subcommand. Its options are built, not annotated: reading annotations takes longer than most
 * estimates.
 */
interface Subcommand {
  /** Its options and its help; the options of every subcommand left out. */
  CommandSpec spec();

  /**
   * Does what was asked.
   *
   * @param request matched against {@link #spec()}
   * @return an {@link ExitCode}
   * @throws UsageException if it asks for something that does not exist
   */
  int run(Request request);
}
