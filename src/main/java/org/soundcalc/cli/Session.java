package org.soundcalc.cli;

import java.io.InputStream;

/**
 * What a command works with.
 *
 * @param in standard input
 * @param out for results
 * @param err for diagnostics
 * @param terminal what the streams lead to
 * @param plugins what to calculate with
 */
record Session(InputStream in, Output out, Output err, Terminal terminal, Plugins plugins) {
  /** The same, where a runner reads the log: it finds no command in it but ours. */
  Session forRunner() {
    return new Session(in, out.neutral(), err.neutral(), terminal, plugins);
  }
}
