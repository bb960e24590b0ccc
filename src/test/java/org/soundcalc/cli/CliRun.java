package org.soundcalc.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Family;
import org.soundcalc.model.Regime;

/**
 * A run of the program in this process.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CliRun(int code, String out, String err) {
  /** Neither stream leads to a terminal. */
  static final Terminal PIPES = new Terminal(false, false, 80, false, false);

  static CliRun of(String... args) {
    return in(PIPES, "", Plugins.installed(), args);
  }

  static CliRun reading(String standardInput, String... args) {
    return in(PIPES, standardInput, Plugins.installed(), args);
  }

  /** With a standard input that need not be text. */
  static CliRun reading(byte[] standardInput, String... args) {
    return in(PIPES, standardInput, Plugins.installed(), args);
  }

  static CliRun in(Terminal terminal, String standardInput, Plugins plugins, String... args) {
    return in(terminal, standardInput.getBytes(StandardCharsets.UTF_8), plugins, args);
  }

  private static CliRun in(
      Terminal terminal, byte[] standardInput, Plugins plugins, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = run(out, err, terminal, standardInput, plugins, args);
    return new CliRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static int run(
      OutputStream out,
      OutputStream err,
      Terminal terminal,
      String standardInput,
      Plugins plugins,
      String... args) {
    return run(out, err, terminal, standardInput.getBytes(StandardCharsets.UTF_8), plugins, args);
  }

  private static int run(
      OutputStream out,
      OutputStream err,
      Terminal terminal,
      byte[] standardInput,
      Plugins plugins,
      String... args) {
    Session session =
        new Session(
            new ByteArrayInputStream(standardInput),
            Output.ofResults(out),
            Output.ofDiagnostics(err),
            terminal,
            plugins);
    return Main.run(List.of(args), session);
  }

  /** The installed families with other regimes. */
  static Plugins with(List<Regime> regimes) {
    return plugins(ZkvmLoader.installedFamilies(), regimes);
  }

  /** These families and regimes. */
  static Plugins plugins(List<Family> families, List<Regime> regimes) {
    return new Plugins() {
      @Override
      public List<Regime> regimes() {
        return regimes;
      }

      @Override
      public List<Family> families() {
        return families;
      }
    };
  }
}
