package org.soundcalc.protocols.stark;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.protocols.code.BlowupFactor;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.deepali.ExplicitRegime;
import org.soundcalc.protocols.lookup.Lookup;
import org.soundcalc.protocols.lookup.LookupReader;

/** Reads what every STARK has beside its commitment, and puts the circuit together. */
public final class StarkReader {
  /** The arrays of tables of every STARK. */
  public static final List<TablesKey> TABLES = List.of(LookupReader.LOOKUPS_TABLE);

  /** The keys beside those of the commitment, in the order of their reference. */
  public static final List<Key<?, ?>> KEYS =
      List.of(
          DeepAli.GRINDING_DEEP,
          DeepAli.NUM_CONSTRAINTS,
          DeepAli.AIR_MAX_DEGREE,
          DeepAli.OPENING_POINTS,
          ExplicitRegime.KEY,
          InformationalKeys.NUM_COLUMNS,
          InformationalKeys.NUM_COLUMNS_FIXED,
          InformationalKeys.NUM_COLUMNS_WITNESS,
          InformationalKeys.GROUP,
          InformationalKeys.UDR_ONLY,
          InformationalKeys.MULTILINEAR_ZEROCHECK,
          InformationalKeys.MAX_COMBO,
          BlowupFactor.KEY);

  private StarkReader() {}

  /**
   * Reads a STARK.
   *
   * @param id name, field and hash
   * @param commitment already read from the same section
   * @param codeKeys the keys that decide the committed code's dimension and rate
   * @return the circuit, or nothing where an error was reported
   */
  public static Optional<Circuit> read(
      Section section, CircuitId id, Commitment commitment, List<Key<?, ?>> codeKeys) {
    Optional<DeepAli> air = section.make(DeepAli::of);
    air.ifPresent(made -> checkCombo(section, made));
    ExplicitRegime regime = ExplicitRegime.of(section.get(ExplicitRegime.KEY));
    Optional<Rational> gap = section.get(CommonKeys.GAP_TO_RADIUS);
    Set<String> names = new HashSet<>(commitment.termNames());
    names.addAll(Set.of(DeepAli.ALI, DeepAli.DEEP, Term.TOTAL));
    List<Lookup> lookups = LookupReader.read(section, names);
    if (section.valid(CommonKeys.FIELD) && section.valid(codeKeys.toArray(Key<?, ?>[]::new))) {
      Rational dimension = commitment.dimension();
      Rational length = dimension.over(commitment.rates().get(0).value());
      section.make(
          values -> {
            DeepAli.checkField(new Invariants(), id.field(), dimension, length).enforce();
            return id;
          });
    }
    return air.filter(made -> section.sound())
        .map(made -> Stark.of(id, commitment, gap, made, lookups, regime, section.parameters()));
  }

  private static void checkCombo(Section section, DeepAli air) {
    section
        .find(InformationalKeys.MAX_COMBO)
        .filter(combo -> combo != air.openingPoints())
        .ifPresent(
            combo ->
                section.warn(
                    InformationalKeys.MAX_COMBO,
                    "max_combo = "
                        + combo
                        + " contradicts opening_points = "
                        + air.openingPoints()));
  }
}
