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
    for (Family family : ServiceLoader.load(Family.class)) {
      families.add(family);
    }
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
    Utf8Text decoding = Utf8Text.of(source);
    SourceText text = decoding.text();
    if (decoding.problem().isPresent()) {
      return refused(source, List.of(decoding.problem().get()));
    }
    if (text.text().isBlank()) {
      return refused(
          source, List.of(Diagnostic.of(source.label(), Severity.ERROR, "the file is empty")));
    }
    TomlReader.Reading reading = TomlReader.read(source.label(), text);
    if (!reading.errors().isEmpty()) {
      return refused(source, reading.errors());
    }
    TomlDocument document = new TomlDocument(source.label(), text, reading.root());
    return new ZkvmReader(document, layouts).read(settings);
  }

  private static Loaded refused(SourceFile source, List<Diagnostic> errors) {
    return new Loaded(source.label(), Optional.empty(), errors);
  }
}
