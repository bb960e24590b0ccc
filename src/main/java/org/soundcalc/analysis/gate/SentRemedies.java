package org.soundcalc.analysis.gate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.CommonKeys;

/** What gives the proofs that are sent the bits required: a longer hash, or smaller errors too. */
final class SentRemedies {
  private final ZkvmEstimate estimate;
  private final long required;
  private final Remedies remedies;
  private final Map<Circuit, List<Remedy>> known = new HashMap<>();

  /**
   * The remedies of a zkVM.
   *
   * @param estimate the zkVM
   * @param required the least bits
   * @param remedies what lifts it
   */
  SentRemedies(ZkvmEstimate estimate, long required, Remedies remedies) {
    this.estimate = estimate;
    this.required = required;
    this.remedies = remedies;
  }

  /** Of a circuit that falls short. */
  List<Remedy> of(int index) {
    CircuitEstimate circuit = estimate.circuits().get(index);
    int now = circuit.circuit().id().hashBits();
    OptionalInt hash = circuit.hashBitsFor(Math.toIntExact(required));
    if (hash.isPresent()) {
      return List.of(hash(index, now, hash.getAsInt()));
    }
    OptionalInt beside = NonInteractive.hashBitsBeside(required, now);
    return circuit.best().isEmpty() || beside.isEmpty()
        ? List.of()
        : rounds(index, now, beside.getAsInt());
  }

  /** The longest hash that one of them needs, where no circuit has a longer one. */
  Optional<Remedy.Raise> ofAll(List<Finding.SentShortfall> shortfalls) {
    return shortfalls.stream()
        .flatMap(shortfall -> shortfall.hash().stream())
        .max(Comparator.comparingInt(raise -> Integer.parseInt(raise.to())))
        .filter(
            most ->
                estimate.circuits().stream()
                    .allMatch(c -> c.circuit().id().hashBits() <= Integer.parseInt(most.to())))
        .map(
            most ->
                hash(
                    estimate.circuits().size() - 1,
                    Integer.parseInt(most.from()),
                    Integer.parseInt(most.to())));
  }

  /** The hash of 2·λ bits whose collisions cost 2^λ, where some are shorter and none is longer. */
  Optional<Remedy.Raise> againstCollisions() {
    int last = estimate.circuits().size() - 1;
    IntSummaryStatistics now =
        estimate.circuits().stream()
            .mapToInt(circuit -> circuit.circuit().id().hashBits())
            .summaryStatistics();
    OptionalInt enough = NonInteractive.hashBitsAgainstCollisions(required);
    return enough.isPresent()
            && now.getMin() < enough.getAsInt()
            && now.getMax() <= enough.getAsInt()
        ? Optional.of(hash(last, now.getMin(), enough.getAsInt()))
        : Optional.empty();
  }

  private Remedy.Raise hash(int index, int from, int to) {
    return new Remedy.Raise(
        CommonKeys.HASH_SIZE_BITS.name(),
        Optional.empty(),
        Integer.toString(from),
        Integer.toString(to),
        remedies.cost(index, hashed(index, to)));
  }

  private Circuit hashed(int index, int bits) {
    Circuit circuit = estimate.circuits().get(index).circuit();
    return CommonKeys.HASH_SIZE_BITS.with(circuit, (long) bits);
  }

  /** Circuits before the last that differ in their names alone have the same remedies. */
  private List<Remedy> rounds(int index, int now, int hashBits) {
    Circuit circuit = estimate.circuits().get(index).circuit();
    return index == estimate.circuits().size() - 1
        ? search(index, now, hashBits)
        : known.computeIfAbsent(
            circuit.with(circuit.id().anonymous()), any -> search(index, now, hashBits));
  }

  private List<Remedy> search(int index, int now, int hashBits) {
    int bits = Math.toIntExact(required);
    List<Remedy.Change> longer =
        hashBits == now
            ? List.of()
            : List.of(
                new Remedy.Change(
                    CommonKeys.HASH_SIZE_BITS.name(),
                    Optional.empty(),
                    Integer.toString(now),
                    Integer.toString(hashBits)));
    return remedies.beyond(
        index,
        hashed(index, hashBits),
        longer,
        bits,
        (prepared, regime) ->
            prepared.bits(regime).orElse(-1) >= bits
                && NonInteractive.isReached(prepared.terms(regime), bits, hashBits));
  }
}
