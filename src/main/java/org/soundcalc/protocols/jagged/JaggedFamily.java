package org.soundcalc.protocols.jagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.Variant;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.protocols.code.BlowupFactor;
import org.soundcalc.protocols.lookup.Lookups;
import org.soundcalc.protocols.stark.Commitment;

/** Jagged polynomial commitments over a dense FRI or WHIR, with a zerocheck and lookups. */
public final class JaggedFamily implements Family {
  /** Looked at for a file that has such a circuit. */
  private final Supplier<Dense<?>> dense;

  /** For {@link java.util.ServiceLoader}. */
  public JaggedFamily() {
    this(() -> DenseFri.PCS);
  }

  private JaggedFamily(Supplier<Dense<?>> dense) {
    this.dense = dense;
  }

  private static final Key<?, Long> OPENING_POINTS =
      Key.informational(
          "opening_points",
          IntegerType.POSITIVE,
          "Number of points at which each column is opened.");

  @Override
  public String name() {
    return "JAGGED";
  }

  @Override
  public String summary() {
    return "Jagged commitments over a dense FRI or WHIR, with a zerocheck";
  }

  @Override
  public List<Citation> sources() {
    List<Citation> sources = new ArrayList<>(List.of(new Citation(Paper.JAGGED, "")));
    sources.addAll(dense.get().sources());
    sources.add(new Citation(Paper.GRUEN24, "App. A.2"));
    sources.add(new Citation(Paper.BCHKS25, "Thm 1.3"));
    sources.add(new Citation(Paper.HA22L, ""));
    return sources;
  }

  @Override
  public List<Key<?, ?>> keys() {
    List<Key<?, ?>> keys = new ArrayList<>(dense.get().keys());
    keys.addAll(dense.get().beside());
    keys.add(OPENING_POINTS);
    keys.add(BlowupFactor.KEY);
    keys.addAll(InformationalKeys.all());
    return List.copyOf(keys);
  }

  @Override
  public List<Variant> variants() {
    return dense.get() == DenseFri.PCS
        ? List.of(
            new Variant(
                Jagged.DENSE_PCS, DenseWhir.PCS.word(), new JaggedFamily(() -> DenseWhir.PCS)))
        : List.of();
  }

  @Override
  public List<TablesKey> tables() {
    return List.of(Lookups.TABLE, ProofFormat.TABLE);
  }

  @Override
  public Set<Decoding> decodings() {
    return Jagged.DECODINGS;
  }

  @Override
  public Optional<Circuit> read(Section section) {
    CircuitId id = section.id(name(), "Jagged", dense.get().name());
    section.get(Jagged.DENSE_PCS);
    Optional<? extends Commitment> commitment = dense.get().read(section);
    Optional<Trace> trace = section.make(Trace::of);
    Optional<String> regime = section.get(Jagged.EXPLICIT_REGIME);
    Optional<Lookups> lookups =
        Lookups.read(section, id.field(), name -> Jagged.isTaken(name, commitment));
    if (!section.sound() || commitment.isEmpty() || trace.isEmpty() || lookups.isEmpty()) {
      return Optional.empty();
    }
    return section.make(
        values -> new Jagged(id, commitment.get(), trace.get(), lookups.get(), regime));
  }
}
