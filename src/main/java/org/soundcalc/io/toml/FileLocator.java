package org.soundcalc.io.toml;

import java.util.List;
import org.soundcalc.model.keys.Key;

/** The places of a document, looked up as they are asked for. */
final class FileLocator implements Locator {
  private final TomlDocument document;
  private final List<TableSection> circuits;

  FileLocator(TomlDocument document, List<TableSection> circuits) {
    this.document = document;
    this.circuits = List.copyOf(circuits);
  }

  @Override
  public Place circuit(int index) {
    return document.place(circuits.get(index).raw().table());
  }

  @Override
  public Place key(int circuit, Key<?, ?> key) {
    return document.place(circuits.get(circuit).inFile(key));
  }

  @Override
  public Diagnostic error(int circuit, Key<?, ?> key, String message) {
    return diagnostic(circuit, key, Severity.ERROR, key.name() + " " + message);
  }

  @Override
  public Diagnostic warning(int circuit, Key<?, ?> key, String message) {
    return diagnostic(circuit, key, Severity.WARNING, message);
  }

  private Diagnostic diagnostic(int circuit, Key<?, ?> key, Severity severity, String message) {
    TableSection section = circuits.get(circuit);
    return document.diagnostic(section.origin(key), severity, section.raw().message(message));
  }
}
