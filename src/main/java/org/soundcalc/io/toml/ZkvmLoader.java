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
    return load(ParsedFile.of(source), settings);
  }

  /**
   * {@return the zkVM of a file, or what is wrong with it}
   *
   * @param file the file, whose text was read before: for whoever sets other values in it
   * @param settings what the command line sets, over what the file says
   */
  public Loaded load(ParsedFile file, List<Setting> settings) {
    return file.errors().isEmpty()
        ? new ZkvmReader(file.root(), layouts, settings).read()
        : new Loaded(Optional.empty(), file.errors());
  }

  /**
   * One circuit of a file that nothing is wrong with, as it is with these settings.
   *
   * @param index which one
   * @return nothing where something is wrong with it then, or none of what is set in it is its own
   */
  Optional<CircuitReading> loadCircuit(ParsedFile file, List<Setting> settings, int index) {
    return new ZkvmReader(file.root(), layouts, settings).readOne(index);
  }
}
