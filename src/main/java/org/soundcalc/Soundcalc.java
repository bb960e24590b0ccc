package org.soundcalc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Zkvm;
import org.soundcalc.search.Prepared;

/**
 * The calculator as a library: reads configurations, estimates them, and keeps circuits ready to be
 * asked what another parameter would change. Every figure is decided, as the program's are.
 */
public final class Soundcalc {
  private static final String TEXT = "<text>";

  private Soundcalc() {}

  /**
   * Reads a zkVM from a TOML file.
   *
   * @param file of at most 4 MiB, in UTF-8
   * @return the zkVM
   * @throws InvalidConfiguration if the file has errors, with all of them; warnings are not told
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Zkvm read(Path file) {
    try {
      return zkvm(SourceFile.of(file.toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a zkVM from a TOML text.
   *
   * @param toml the content of a file
   * @return the zkVM
   * @throws InvalidConfiguration if the text has errors, with all of them; warnings are not told
   */
  public static Zkvm parse(String toml) {
    return zkvm(SourceFile.ofText(TEXT, toml));
  }

  private static Zkvm zkvm(SourceFile source) {
    Loaded loaded = ZkvmLoader.withInstalledFamilies().load(source, List.of());
    return loaded
        .zkvm()
        .orElseThrow(() -> new InvalidConfiguration(problems(loaded.diagnostics())))
        .zkvm();
  }

  private static List<Problem> problems(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .map(diagnostic -> Problem.located(diagnostic.header()))
        .toList();
  }

  /**
   * Regimes by name.
   *
   * @param list names such as {@code udr,jbr}, or the groups {@code proven}, {@code conjectured}
   *     and {@code all}, in any case, separated by commas
   * @return the regimes, in the order of the list
   * @throws IllegalArgumentException if a name is unknown or left out
   */
  public static List<Regime> regimes(String list) {
    return Regimes.named(list, Regimes.all());
  }

  /**
   * The certified figures of a zkVM.
   *
   * @param zkvm the zkVM
   * @param regimes at least one
   * @return bits and sizes of each circuit, and of the whole
   * @throws IllegalArgumentException if there is no regime
   * @throws InvalidConfiguration if a circuit contradicts itself under one of the regimes
   */
  public static ZkvmEstimate estimate(Zkvm zkvm, List<Regime> regimes) {
    return new Estimator(atLeastOne(regimes)).estimate(zkvm);
  }

  /**
   * A circuit whose bounds are kept, so that another value of a parameter certifies again only what
   * the parameter moves.
   *
   * @param circuit the circuit
   * @param regimes at least one
   * @return the circuit, prepared
   * @throws IllegalArgumentException if there is no regime
   * @throws InvalidConfiguration if it contradicts itself under one of the regimes
   */
  public static Prepared prepare(Circuit circuit, List<Regime> regimes) {
    return Prepared.of(circuit, atLeastOne(regimes));
  }

  private static List<Regime> atLeastOne(List<Regime> regimes) {
    if (regimes.isEmpty()) {
      throw new IllegalArgumentException("at least one regime is needed");
    }
    return regimes;
  }
}
