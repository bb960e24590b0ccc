package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.soundcalc.model.Family;

/**
 * Reads TOML files into zkVMs. Every problem of a file is reported, none thrown; a loader can be
 * used for any number of files, by several threads.
 */
public final class ZkvmLoader {
  private final TableSchemas layouts;

  /**
   * A loader that knows these proof systems.
   *
   * @param families what {@code protocol_family} may name
   */
  public ZkvmLoader(List<Family> families) {
    this.layouts = new TableSchemas(families);
  }

  /**
   * {@return every proof system found through {@link ServiceLoader}, in the order of their names
   * there}
   */
  public static List<Family> installedFamilies() {
    List<Family> families = new ArrayList<>();
    ServiceLoader.load(Family.class).forEach(families::add);
    return List.copyOf(families);
  }

  /** {@return a loader that knows every installed proof system} */
  public static ZkvmLoader withInstalledFamilies() {
    return new ZkvmLoader(installedFamilies());
  }

  /**
   * {@return the zkVM of a file, or what is wrong with it}
   *
   * @param source the file
   * @param settings what the command line sets, over what the file says
   */
  public Loaded load(SourceFile source, List<Setting> settings) {
    SourceText text = source.text();
    Optional<Diagnostic> encodingProblem = source.encodingProblem(text);
    if (encodingProblem.isPresent()) {
      return refused(List.of(encodingProblem.get()));
    }
    if (text.text().isBlank()) {
      Span all = new Span(text, 0, 0);
      return refused(List.of(text.diagnostic(all, Severity.ERROR, "the file is empty")));
    }
    TomlReader.Reading reading = TomlReader.read(text);
    return reading.errors().isEmpty()
        ? new ZkvmReader(reading.root(), layouts, settings).read()
        : refused(reading.errors());
  }

  private static Loaded refused(List<Diagnostic> errors) {
    return new Loaded(Optional.empty(), errors);
  }
}
