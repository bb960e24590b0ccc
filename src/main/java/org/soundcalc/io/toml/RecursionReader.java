package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.LeafProofs;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.model.keys.RecursionKeys;

/** Reads which circuit verifies the proofs of which. A file that says nothing has no recursion. */
final class RecursionReader {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

  private final Context context;
  private final List<TableSection> circuits;
  private final Optional<TableSection> table;

  /** The circuits by their names, as indices; of two with one name the first. */
  private final Map<String, Integer> indices = new LinkedHashMap<>();

  /** Whether each circuit is known, so that indices are those of the file. */
  private final boolean complete;

  /** Whether each name in {@code verifies}, and each arity, could be read. */
  private boolean shapeIsSound = true;

  /** Whether each number of proofs could be read. */
  private boolean countsAreSound = true;

  /**
   * A reader.
   *
   * @param circuits those whose proof system is known
   * @param tables one for each circuit of the file; empty where there is something else
   */
  RecursionReader(Context context, List<TableSection> circuits, List<Optional<TomlValue>> tables) {
    this.context = context;
    this.circuits = List.copyOf(circuits);
    this.table = context.shared(RecursionKeys.TABLE);
    for (int i = 0; i < tables.size(); i++) {
      Optional<String> name = tables.get(i).flatMap(TomlValue::members).flatMap(Tables::name);
      if (name.isPresent()) {
        indices.putIfAbsent(name.get(), i);
      }
    }
    this.complete = circuits.size() == tables.size() && indices.size() == tables.size();
  }

  /** The recursion, if the file has one; what is wrong with it is reported. */
  Optional<Recursion> read() {
    if (indices.isEmpty() && circuits.isEmpty()) {
      // that there is no circuit was said, and says enough
      return Optional.empty();
    }
    if (table.isEmpty() && circuits.stream().noneMatch(c -> c.has(RecursionKeys.VERIFIES))) {
      circuits.forEach(RecursionRules::warnOfIdleArity);
      return Optional.empty();
    }
    List<Recursion.Node> nodes = new ArrayList<>(circuits.size());
    circuits.forEach(circuit -> nodes.add(node(circuit)));
    Map<String, Long> counts = counts();
    if (!complete) {
      return Optional.empty();
    }
    counts.keySet().retainAll(indices.keySet());
    List<Recursion.Node> counted = new ArrayList<>(nodes.size());
    List<String> names = List.copyOf(indices.keySet());
    for (int i = 0; i < nodes.size(); i++) {
      Long count = nodes.get(i).isLeaf() ? counts.get(names.get(i)) : null;
      counted.add(count == null ? nodes.get(i) : counted(nodes.get(i), count));
    }
    Recursion recursion = new Recursion(List.copyOf(counted));
    boolean sound =
        new RecursionRules(context, circuits, names, recursion)
            .check(shapeIsSound, countsAreSound, counts.isEmpty());
    sound &= checkLeaves(nodes, counts);
    return sound ? Optional.of(recursion) : Optional.empty();
  }

  private Recursion.Node node(TableSection circuit) {
    shapeIsSound &= circuit.valid(RecursionKeys.VERIFIES, RecursionKeys.ARITY);
    List<String> names = circuit.get(RecursionKeys.VERIFIES).orElse(List.of());
    String own = circuit.get(CommonKeys.NAME);
    List<Integer> others = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Integer index = indices.get(name);
      if (!seen.add(name)) {
        reportName(circuit, i, "names " + Printable.brief(name) + " a second time");
      } else if (index == null) {
        String hint = Suggestions.hint(name, indices.keySet());
        reportName(circuit, i, "names no circuit: \"" + Printable.brief(name) + '"' + hint);
      } else if (!name.equals(own)) {
        others.add(index);
      }
    }
    return new Recursion.Node(
        List.copyOf(others),
        seen.contains(own),
        circuit.valid(RecursionKeys.ARITY) ? circuit.get(RecursionKeys.ARITY).orElse(1L) : 2,
        OptionalLong.empty());
  }

  private void reportName(TableSection circuit, int position, String message) {
    circuit.error(RecursionKeys.VERIFIES, message, position);
    shapeIsSound = false;
  }

  private static Recursion.Node counted(Recursion.Node node, long proofs) {
    return new Recursion.Node(
        node.verifies(), node.verifiesItself(), node.arity(), OptionalLong.of(proofs));
  }

  /** The proofs of each leaf by its name; a number for all of them stands for each circuit. */
  private Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    countsAreSound &=
        table.map(section -> section.valid(RecursionKeys.MAX_LEAF_PROOFS)).orElse(true);
    Optional<LeafProofs> leaves =
        table.flatMap(section -> section.get(RecursionKeys.MAX_LEAF_PROOFS));
    if (leaves.isPresent() && leaves.get() instanceof LeafProofs.OfEach each) {
      indices.keySet().forEach(name -> counts.put(name, each.count()));
    } else if (leaves.isPresent() && leaves.get() instanceof LeafProofs.ByName some) {
      some.counts().forEach((name, parsed) -> count(name, parsed, counts));
    }
    return counts;
  }

  private void count(String name, Parsed<Long> parsed, Map<String, Long> counts) {
    if (!indices.containsKey(name)) {
      String hint = Suggestions.hint(name, indices.keySet());
      reportCount(name, true, "names no circuit" + hint);
    }
    if (parsed instanceof Parsed.Valid<Long> valid) {
      counts.put(name, valid.value());
    } else if (parsed instanceof Parsed.Invalid<Long> invalid) {
      for (Parsed.Fault fault : invalid.faults()) {
        String got = context.document().written(place(name, false), fault.got());
        reportCount(name, false, "must be " + fault.expected() + ", got " + got);
      }
    }
  }

  private void reportCount(String name, boolean isAboutName, String message) {
    String key = RecursionKeys.MAX_LEAF_PROOFS.name() + "." + spelled(name);
    RawTable raw = table.orElseThrow().raw();
    Origin place = place(name, isAboutName);
    context.problems().error(place, raw.message(place, key + " " + message));
    countsAreSound = false;
  }

  /** As TOML writes a key. */
  private static String spelled(String name) {
    boolean isBare = BARE.matcher(name).matches();
    return isBare ? Printable.brief(name) : '"' + Printable.brief(name) + '"';
  }

  private Origin place(String name, boolean isAboutName) {
    Origin whole = table.orElseThrow().raw().origin(RecursionKeys.MAX_LEAF_PROOFS);
    if (whole instanceof Origin.CommandLine) {
      return whole;
    }
    TomlValue counts = table.orElseThrow().inFile(RecursionKeys.MAX_LEAF_PROOFS);
    return new Origin.InFile(counts.members().orElseThrow().get(name), isAboutName);
  }

  /** Whether only leaves have a number of proofs of their own. */
  private boolean checkLeaves(List<Recursion.Node> nodes, Map<String, Long> counts) {
    boolean ofEach =
        table
            .flatMap(section -> section.get(RecursionKeys.MAX_LEAF_PROOFS))
            .filter(LeafProofs.OfEach.class::isInstance)
            .isPresent();
    boolean onlyLeaves = true;
    for (String name : counts.keySet()) {
      Recursion.Node node = nodes.get(indices.get(name));
      if (!ofEach && !node.isLeaf()) {
        List<String> names = List.copyOf(indices.keySet());
        reportCount(
            name,
            true,
            "is given, but %s is no leaf: it verifies %s"
                .formatted(
                    Printable.brief(name),
                    RecursionRules.list(node.verifies().stream().map(names::get).toList())));
        onlyLeaves = false;
      }
    }
    return onlyLeaves;
  }
}
