package org.soundcalc.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.soundcalc.io.document.Visible;

/** The program: turns whatever happens to a command into an exit code. */
public final class Main {
  private Main() {}

  /**
   * Runs the program, and ends the process with its exit code.
   *
   * @param args the command line: a command, its options and its inputs
   */
  public static void main(String[] args) {
    Session session =
        new Session(
            // Java 17's file streams fail on a pipe that is to be read to its end
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            Output.ofResults(new FileOutputStream(FileDescriptor.out)),
            Output.ofDiagnostics(new FileOutputStream(FileDescriptor.err)),
            Terminal.of(System.getProperties(), System.getenv()),
            Plugins.installed());
    System.exit(run(List.of(args), session));
  }

  /**
   * Runs the program in this process.
   *
   * @return an {@link ExitCode}, whatever happens
   */
  static int run(List<String> args, Session given) {
    boolean isForRunner = given.terminal().runner() || Format.isForRunner(args);
    Session session = isForRunner ? given.forRunner() : given;
    // digits are 0 to 9 whatever the locale; those of US are known without loading any symbols
    Locale.setDefault(Locale.Category.FORMAT, Locale.US);
    try {
      return Commands.run(args, session);
    } catch (UsageException e) {
      session.err().println("soundcalc: " + Visible.of(e.getMessage()));
      return ExitCode.BAD_INPUT;
    } catch (Output.UnwritableException e) {
      session.err().println("soundcalc: cannot write the result: " + e.getMessage());
      return ExitCode.BAD_INPUT;
    } catch (Throwable defect) {
      report(defect, args.contains(Options.DEBUG), session.err());
      return ExitCode.DEFECT;
    }
  }

  private static void report(Throwable defect, boolean debug, Output err) {
    err.println(
        "soundcalc: this is a defect of soundcalc; please report it with the command line and its"
            + " files"
            + (debug ? "" : " (--debug shows where it happened)"));
    if (debug) {
      err.print(writer -> defect.printStackTrace(new PrintWriter(writer)));
    }
  }
}
