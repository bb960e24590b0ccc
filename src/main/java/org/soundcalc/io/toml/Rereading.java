package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.keys.RecursionKeys;

/**
 * Reads a file again and again with other values set in it. From one time to the next, where only
 * the values of one circuit are other ones and nothing else is to be said of it, that circuit alone
 * is read. What comes of it is always what {@link ZkvmLoader} makes of the file. For one thread.
 */
public final class Rereading {
  private final ZkvmLoader loader;
  private final ParsedFile file;
  private Optional<Last> last = Optional.empty();

  /**
   * A file that was not read yet.
   *
   * @param loader reads it
   * @param file the file
   */
  public Rereading(ZkvmLoader loader, ParsedFile file) {
    this.loader = loader;
    this.file = file;
  }

  /** What was read last, and the circuit alone that was read for it, where it was one. */
  private record Last(List<Setting> settings, Loaded loaded, Optional<Moved> moved) {
    /** The circuit of a place as it was read, where it was. */
    Optional<CircuitReading> reading(int index) {
      return moved.filter(circuit -> circuit.index == index).map(Moved::reading);
    }
  }

  /** A circuit by itself, and its place in the file. */
  private record Moved(int index, CircuitReading reading) {}

  /**
   * {@return the zkVM of the file, or what is wrong with it}
   *
   * @param settings what the command line sets, over what the file says
   */
  public Loaded load(List<Setting> settings) {
    if (last.isEmpty() || !texts(settings).equals(texts(last.get().settings))) {
      last =
          last.flatMap(before -> moved(before, List.copyOf(settings)))
              .or(() -> Optional.of(anew(List.copyOf(settings))));
    }
    return last.get().loaded;
  }

  private Last anew(List<Setting> settings) {
    return new Last(settings, loader.load(file, settings), Optional.empty());
  }

  private static List<String> texts(List<Setting> settings) {
    return settings.stream().map(Setting::text).toList();
  }

  /** The file with other values in one circuit; nothing where more may have become other. */
  private Optional<Last> moved(Last before, List<Setting> settings) {
    Optional<LoadedZkvm> read = before.loaded.zkvm();
    Optional<String> name = onlyCircuit(before.settings, settings);
    if (read.isEmpty() || name.isEmpty() || hasSearch() || !areTold(read.get())) {
      return Optional.empty();
    }
    List<String> names =
        read.get().zkvm().circuits().stream().map(circuit -> circuit.id().name()).toList();
    int index = names.indexOf(name.get());
    if (index < 0) {
      return Optional.empty();
    }
    Optional<CircuitReading> was =
        before.reading(index).or(() -> loader.loadCircuit(file, before.settings, index));
    return loader
        .loadCircuit(file, settings, index)
        .filter(now -> was.isPresent() && now.isToldAs(was.get()))
        .filter(now -> !setsRecursion(now) && !setsRecursion(was.get()))
        .map(
            now ->
                new Last(
                    settings,
                    new Loaded(Optional.of(now.in(read.get(), index)), before.loaded.diagnostics()),
                    Optional.of(new Moved(index, now))));
  }

  /** The name before every setting that is not the same; nothing where that is not one. */
  private static Optional<String> onlyCircuit(List<Setting> before, List<Setting> now) {
    Set<String> kept = new LinkedHashSet<>(texts(before));
    kept.retainAll(texts(now));
    List<Setting> changed = new ArrayList<>(before);
    changed.addAll(now);
    changed.removeIf(setting -> kept.contains(setting.text()));
    Set<String> names = new LinkedHashSet<>();
    changed.forEach(setting -> names.add(setting.names().isEmpty() ? "" : setting.names().get(0)));
    String name = names.size() == 1 ? names.iterator().next() : "";
    boolean isSame = texts(ofOthers(before, name)).equals(texts(ofOthers(now, name)));
    return isSame && !name.isEmpty() ? Optional.of(name) : Optional.empty();
  }

  private static List<Setting> ofOthers(List<Setting> settings, String name) {
    return settings.stream()
        .filter(setting -> setting.names().isEmpty() || !setting.names().get(0).equals(name))
        .toList();
  }

  /** What may be searched for depends on all circuits. */
  private boolean hasSearch() {
    return file.root().members().orElseThrow().containsKey(SearchKeys.TABLE);
  }

  /** Whether the first name of a setting tells the circuit that it is of. */
  private static boolean areTold(LoadedZkvm zkvm) {
    for (Circuit circuit : zkvm.zkvm().circuits()) {
      String name = circuit.id().name();
      if (name.contains(".") || name.equals(ProofFormat.TABLE.name())) {
        return false;
      }
    }
    return true;
  }

  /** Which circuit verifies which is a matter of all of them. */
  private static boolean setsRecursion(CircuitReading circuit) {
    return circuit.settings().stream()
        .map(AppliedSetting::key)
        .anyMatch(List.of(RecursionKeys.VERIFIES.name(), RecursionKeys.ARITY.name())::contains);
  }
}
