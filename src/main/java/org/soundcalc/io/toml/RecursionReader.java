package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.LeafProofs;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.model.keys.RecursionKeys;
import org.soundcalc.model.keys.Spelling;

/** Reads which circuit verifies the proofs of which. A file that says nothing has no recursion. */
final class RecursionReader {
  private final List<TableSection> circuits;
  private final Optional<TableSection> table;
  private final Optional<LeafProofs> leafProofs;

  /** The circuits by their names, as indices; of two with one name the first. */
  private final Map<String, Integer> indices = new LinkedHashMap<>();

  /** Whether each circuit is known, so that indices are those of the file. */
  private final boolean complete;

  /** Whether each name in {@code verifies}, and each arity, could be read. */
  private boolean shapeIsSound = true;

  /** Whether each number of proofs could be read. */
  private boolean countsAreSound;

  /**
   * A reader.
   *
   * @param circuits those whose proof system is known
   * @param tables one for each circuit of the file, or what stands in its place
   */
  RecursionReader(Context context, List<TableSection> circuits, List<TomlValue> tables) {
    this.circuits = List.copyOf(circuits);
    this.table = context.shared(RecursionKeys.TABLE);
    this.leafProofs = table.flatMap(section -> section.get(RecursionKeys.MAX_LEAF_PROOFS));
    this.countsAreSound =
        table.map(section -> section.valid(RecursionKeys.MAX_LEAF_PROOFS)).orElse(true);
    for (int i = 0; i < tables.size(); i++) {
      int index = i;
      tables
          .get(i)
          .members()
          .flatMap(RawTable::properName)
          .ifPresent(name -> indices.putIfAbsent(name, index));
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
    Map<String, Long> counts = counts();
    List<Recursion.Node> nodes = circuits.stream().map(circuit -> node(circuit, counts)).toList();
    if (!complete) {
      return Optional.empty();
    }
    List<String> names = List.copyOf(indices.keySet());
    RecursionRules rules = new RecursionRules(circuits, names, new Recursion(nodes));
    boolean sound = rules.check(shapeIsSound, countsAreSound, counts.isEmpty());
    if (leafProofs.filter(LeafProofs.ByName.class::isInstance).isPresent()) {
      checkLeaves(counts.keySet(), rules);
    }
    return sound && countsAreSound ? Optional.of(rules.recursion()) : Optional.empty();
  }

  private Recursion.Node node(TableSection circuit, Map<String, Long> counts) {
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
    long arity =
        circuit.valid(RecursionKeys.ARITY) ? circuit.get(RecursionKeys.ARITY).orElse(1L) : 2;
    OptionalLong proofs =
        others.isEmpty() && counts.containsKey(own)
            ? OptionalLong.of(counts.get(own))
            : OptionalLong.empty();
    return new Recursion.Node(List.copyOf(others), seen.contains(own), arity, proofs);
  }

  private void reportName(TableSection circuit, int position, String message) {
    circuit.error(RecursionKeys.VERIFIES, message, List.of(position));
    shapeIsSound = false;
  }

  /** The proofs of each leaf by its name; a number for all of them stands for each circuit. */
  private Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (leafProofs.isPresent() && leafProofs.get() instanceof LeafProofs.OfEach each) {
      indices.keySet().forEach(name -> counts.put(name, each.count()));
    } else if (leafProofs.isPresent() && leafProofs.get() instanceof LeafProofs.ByName some) {
      some.counts().forEach((name, parsed) -> count(name, parsed, counts));
    }
    return counts;
  }

  private void count(String name, Parsed<Long> parsed, Map<String, Long> counts) {
    boolean isKnown = indices.containsKey(name);
    if (!isKnown) {
      String hint = Suggestions.hint(name, indices.keySet());
      reportCount(name, value(name).key(), "names no circuit" + hint);
    }
    if (parsed instanceof Parsed.Valid<Long> valid) {
      if (isKnown) {
        counts.put(name, valid.value());
      }
    } else if (parsed instanceof Parsed.Invalid<Long> invalid) {
      for (Parsed.Fault fault : invalid.faults()) {
        String got = ", got " + value(name).written();
        reportCount(name, value(name).place(), "must be " + fault.expected() + got);
      }
    }
  }

  private void reportCount(String name, Span place, String message) {
    // as TOML writes a key
    String key =
        Spelling.path(List.of(RecursionKeys.MAX_LEAF_PROOFS.name(), Printable.brief(name)));
    table.orElseThrow().error(place, key + " " + message);
    countsAreSound = false;
  }

  private TomlValue value(String name) {
    TomlValue counts = table.orElseThrow().origin(RecursionKeys.MAX_LEAF_PROOFS);
    return counts.members().orElseThrow().get(name);
  }

  /** Only leaves may have a number of proofs of their own. */
  private void checkLeaves(Set<String> counted, RecursionRules rules) {
    for (String name : counted) {
      Recursion.Node node = rules.recursion().nodes().get(indices.get(name));
      if (!node.isLeaf()) {
        String message = "is given, but %s is no leaf: it verifies %s";
        String verified = rules.list(node.verifies());
        reportCount(name, value(name).key(), message.formatted(Printable.brief(name), verified));
      }
    }
  }
}
