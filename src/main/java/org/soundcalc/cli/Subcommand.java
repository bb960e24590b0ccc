package org.soundcalc.cli;

/** A subcommand, once its options are parsed. */
interface Subcommand {
  /**
   * Does what was asked.
   *
   * @return an {@link ExitCode}
   * @throws UsageException if the command line asks for something that does not exist
   */
  int run(Session session);
}
