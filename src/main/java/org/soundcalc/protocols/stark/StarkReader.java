package org.soundcalc.protocols.stark;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.protocols.code.BlowupFactor;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.deepali.DeepAliReader;
import org.soundcalc.protocols.deepali.ExplicitRegime;
import org.soundcalc.protocols.lookup.Lookup;
import org.soundcalc.protocols.lookup.LookupReader;

/** Reads what every STARK has beside its commitment, and puts the circuit together. */
public final class StarkReader {
  /** The arrays of tables of every STARK. */
  public static final List<TablesKey> TABLES = List.of(LookupReader.LOOKUPS_TABLE);

  /** The keys beside those of the commitment, in the order of their reference. */
  public static final List<Key<?>> KEYS =
      List.of(
          DeepAliReader.GRINDING_DEEP,
          DeepAliReader.NUM_CONSTRAINTS,
          DeepAliReader.AIR_MAX_DEGREE,
          DeepAliReader.OPENING_POINTS,
          ExplicitRegime.KEY,
          InformationalKeys.NUM_COLUMNS,
          InformationalKeys.NUM_COLUMNS_FIXED,
          InformationalKeys.NUM_COLUMNS_WITNESS,
          InformationalKeys.GROUP,
          InformationalKeys.UDR_ONLY,
          InformationalKeys.MULTILINEAR_ZEROCHECK,
          DeepAliReader.MAX_COMBO,
          BlowupFactor.KEY);

  private StarkReader() {}

  /**
   * Reads a STARK.
   *
   * @param id name, field and hash
   * @param commitment already read from the same section
   * @param constraints the number of constraints
   * @param codeKeys the keys that decide the committed code's dimension and rate
   * @return the circuit, or nothing where an error was reported
   */
  public static Optional<Circuit> read(
      Section section,
      CircuitId id,
      Commitment commitment,
      long constraints,
      List<Key<?>> codeKeys) {
    DeepAli air = DeepAliReader.read(section, constraints);
    ExplicitRegime regime = ExplicitRegime.of(section.find(ExplicitRegime.KEY));
    Optional<Rational> gap = section.find(CommonKeys.GAP_TO_RADIUS);
    Set<String> names = new HashSet<>(commitment.termNames());
    names.addAll(Set.of(DeepAli.ALI, DeepAli.DEEP, Term.TOTAL));
    List<Lookup> lookups = LookupReader.read(section, names);
    if (section.valid(CommonKeys.FIELD) && section.valid(codeKeys.toArray(Key<?>[]::new))) {
      Rational dimension = commitment.dimension();
      Rational length = dimension.over(commitment.rates().get(0).value());
      DeepAliReader.checkField(section, id.field(), dimension, length);
    }
    return section.sound()
        ? Optional.of(Stark.of(id, commitment, gap, air, lookups, regime, section.parameters()))
        : Optional.empty();
  }
}
