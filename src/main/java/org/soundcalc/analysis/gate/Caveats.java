package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.ListType;

/**
 * What the figures of a zkVM take for granted where a gate relies on them.
 *
 * @param estimate the zkVM's figures
 * @param required the least bits
 */
public record Caveats(ZkvmEstimate estimate, long required) {
  /**
   * {@return the proof-of-work that nobody can pay or check, circuit by circuit: whatever is
   * required of the figures, it is credited in them}
   *
   * @param estimate the zkVM's figures
   */
  public static List<CircuitCaveat> ofGrinding(ZkvmEstimate estimate) {
    List<CircuitCaveat> all = new ArrayList<>();
    for (CircuitEstimate circuit : estimate.circuits()) {
      for (Caveat caveat : grinding(circuit.circuit())) {
        all.add(new CircuitCaveat(Optional.of(circuit.name()), caveat));
      }
    }
    return all;
  }

  /**
   * All of them, circuit by circuit.
   *
   * @param standing the figures that are relied on; nothing where some circuit has none
   */
  List<CircuitCaveat> of(Optional<SecurityBasis> standing) {
    List<CircuitCaveat> all = new ArrayList<>();
    for (int i = 0; i < estimate.circuits().size(); i++) {
      Circuit circuit = estimate.circuits().get(i).circuit();
      List<Caveat> caveats = new ArrayList<>();
      hash(circuit.id().hashBits()).ifPresent(caveats::add);
      caveats.addAll(grinding(circuit));
      if (standing.isPresent()) {
        caveats.addAll(standing.get().figures().get(i).caveats());
      }
      for (Caveat caveat : caveats) {
        all.add(new CircuitCaveat(Optional.of(circuit.id().name()), caveat));
      }
    }
    return all;
  }

  /** A collision of λ bits costs 2^(λ/2). */
  private Optional<Caveat> hash(int hashBits) {
    String message = "its hash has %d bits: collisions cost 2^%d".formatted(hashBits, hashBits / 2);
    return hashBits < 2 * required
        ? Optional.of(
            new Caveat(Caveat.Kind.HASH, message, List.of(CommonKeys.HASH_SIZE_BITS.name())))
        : Optional.empty();
  }

  /** Sites that ask for as many bits are told together. */
  static List<Caveat> grinding(Circuit circuit) {
    int drawn = circuit.id().field().baseBits();
    long most = mostGrinding(circuit);
    Map<Integer, List<String>> sites = new TreeMap<>();
    for (GrindingSite site : circuit.grindingSites()) {
      if (site.bits() > most) {
        sites.computeIfAbsent(site.bits(), bits -> new ArrayList<>()).add(site.site());
      }
    }
    List<Caveat> caveats = new ArrayList<>();
    sites.forEach(
        (bits, named) -> {
          String message = String.join(", ", named) + ": " + bits + " bits of proof-of-work";
          if (bits > Requirements.USUAL_GRINDING) {
            message += ": 2^" + bits + " hashes per proof";
          }
          if (bits > drawn) {
            String field = circuit.id().field().base().tomlName();
            message +=
                ", more than the %d of one element of %s: a verifier that draws one cannot check them"
                    .formatted(drawn, field);
          }
          caveats.add(new Caveat(Caveat.Kind.GRINDING, message, path(circuit, named.get(0))));
        });
    return caveats;
  }

  /** The most bits of proof-of-work at a site that somebody can pay and check. */
  static long mostGrinding(Circuit circuit) {
    return Math.min(circuit.id().field().baseBits(), Requirements.USUAL_GRINDING);
  }

  /** The key that asks for the proof-of-work at a site. */
  private static List<String> path(Circuit circuit, String site) {
    return circuit.keys().stream()
        .filter(key -> isGrinding(key.type()))
        .filter(key -> key.names(site))
        .findFirst()
        .map(
            key ->
                Stream.concat(key.entry().map(Key.Entry::name).stream(), Stream.of(key.name()))
                    .toList())
        .orElse(List.of());
  }

  /** Whether values of a key are proof-of-work. */
  static boolean isGrinding(KeyType<?> type) {
    return type instanceof ListType<?> list
        ? isGrinding(list.element())
        : type.equals(IntegerType.GRINDING);
  }
}
