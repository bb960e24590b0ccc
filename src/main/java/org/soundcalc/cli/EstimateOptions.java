package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.toml.Setting;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Sizes;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What figures are estimated on, beside the files.
 *
 * @param regimes the regimes asked for
 * @param bounds the theorems that count
 * @param settings what the command line sets
 * @param accounting how errors are counted
 * @param costs the hash that costs are counted for
 * @param sizes which size of a proof decides
 */
record EstimateOptions(
    List<Regime> regimes,
    BoundSet bounds,
    List<Setting> settings,
    Accounting accounting,
    CostFigures costs,
    Sizes sizes) {
  /** The option that chooses regimes. */
  static final String REGIMES = "--regimes";

  /** The option that chooses the theorems that count. */
  static final String BOUNDS = "--bounds";

  static final String SET = "--set";
  private static final String ACCOUNTING = "--accounting";
  private static final String HASH_RATE = "--hash-rate";
  private static final int LARGEST_RATE = 65_536;
  private static final String SIZES = "--sizes";

  /** {@code --regimes}, where the usual ones are usual. */
  static OptionSpec regimesOption() {
    return regimesOption(BoundSet.MAY_2026.usual());
  }

  /**
   * {@code --regimes}, where others are usual.
   *
   * @param usual a list of regimes or groups
   */
  static OptionSpec regimesOption(String usual) {
    String meaning =
        "Regimes or groups of regimes (proven, conjectured, all), separated by commas.";
    return Options.text("LIST", Options.option(REGIMES, meaning, usual, REGIMES + " proven"))
        .build();
  }

  /** {@code --bounds}: which theorems count. */
  static OptionSpec boundsOption() {
    String meaning =
        "Which set of theorems counts, by the month in which they were there: may-2026 (unique"
            + " decoding and the Johnson bound, as milestones read them) or september-2026 (these,"
            + " JBR-best and exact counts at the Johnson bound and beyond it, of a preprint).";
    return EnumOption.of(BoundSet.values(), "SET", BOUNDS, meaning, BoundSet.SEPTEMBER_2026);
  }

  /** {@code --bounds} that takes several. */
  static OptionSpec boundSetsOption() {
    String meaning =
        "Which sets of theorems count, may-2026 or september-2026; with both, separated by a comma,"
            + " one row for each zkVM shows what each set proves, and which term binds.";
    String older = BoundSet.MAY_2026.word();
    String newer = BoundSet.SEPTEMBER_2026.word();
    String both = older + "," + newer;
    return Options.text("SETS", Options.option(BOUNDS, meaning, older, BOUNDS + " " + both))
        .completionCandidates(List.of(older, newer, both))
        .build();
  }

  /** {@code --set KEY=VALUE}: "what if" without editing a file. */
  static OptionSpec setOption() {
    String meaning =
        "Override a key of the files in every circuit that has it, in one circuit"
            + " (CIRCUIT.KEY=VALUE) or in one lookup (CIRCUIT.LOOKUP.KEY=VALUE); names with dots"
            + " may be quoted. May be repeated.";
    return Options.texts(
        "KEY=VALUE",
        Options.option(SET, meaning, "the values in the files", SET + " num_queries=100"));
  }

  /** {@code --accounting}: how errors are counted where the original is generous. */
  static OptionSpec accountingOption() {
    String meaning =
        "How lookups and lists are charged: soundcalc (as in the original soundcalc, to compare"
            + " with published figures) or strict (as a rigorous proof requires: lookups times the"
            + " list size, with whole numbers of variables; lists of the code of k + c"
            + " dimensions).";
    return EnumOption.of(Accounting.values(), "ACCOUNTING", ACCOUNTING, meaning, Accounting.STRICT);
  }

  /** {@code --hash-rate}: the hash that costs are counted for. */
  static OptionSpec hashRateOption() {
    String meaning =
        "Bits that the hash absorbs per permutation, for costs: 1088 of Keccak, 512 of BLAKE3 and"
            + " SHA-256.";
    String usual = "8 elements of the base field, as Poseidon2 of width 16 or 12";
    return Options.text("BITS", Options.option(HASH_RATE, meaning, usual, HASH_RATE + " 1088"))
        .build();
  }

  private static OptionalInt hashRate(Request request) {
    return request.has(HASH_RATE)
        ? OptionalInt.of(
            (int) WholeNumber.of(request, HASH_RATE, "bits, an integer", 1, LARGEST_RATE))
        : OptionalInt.empty();
  }

  /**
   * Checks that costs are shown where a hash is chosen for them.
   *
   * @param isShown whether they are
   * @param where what shows them
   * @throws UsageException if they are not
   */
  static void requireCosts(Request request, boolean isShown, String where) {
    if (request.has(HASH_RATE) && !isShown) {
      throw new UsageException(HASH_RATE + " is for costs, which are shown with " + where);
    }
  }

  /** {@code --sizes}: which size of a proof decides, where the file describes both. */
  static OptionSpec sizesOption() {
    String meaning =
        "Which size of a proof is compared with limits, sorted by and shown first: soundcalc (as in"
            + " the original soundcalc, and as milestones are read) or sent (as the prover sends"
            + " it, for circuits with a table [circuits.proof]; others keep soundcalc's, with a"
            + " warning).";
    return EnumOption.of(Sizes.values(), "SIZES", SIZES, meaning, Sizes.SENT);
  }

  /**
   * What was asked for; as usual where a command has not the option.
   *
   * @throws UsageException if it asks for regimes or settings that do not exist
   */
  static EstimateOptions of(Request request) {
    return of(request, bounds(request).usual());
  }

  /**
   * What was asked for, where others are the usual regimes.
   *
   * @param usual a list of regimes or groups
   * @throws UsageException if it asks for regimes or settings that do not exist
   */
  static EstimateOptions of(Request request, String usual) {
    String list = request.value(REGIMES, usual);
    try {
      return of(request, named(request, list));
    } catch (IllegalArgumentException e) {
      String written = list.isBlank() ? "\"" + list + "\"" : list;
      throw new UsageException(REGIMES + " " + written + ": " + e.getMessage());
    }
  }

  /** By name every regime, unless it is said which theorems count; by group those that count. */
  private static List<Regime> named(Request request, String list) {
    BoundSet set = bounds(request);
    List<Regime> named = Regimes.named(list, request.knownRegimes(), set);
    named.forEach(regime -> requireInForce(request, regime));
    return named;
  }

  /** Where it is said which theorems count, no others are asked for. */
  static void requireInForce(Request request, Regime regime) {
    BoundSet set = bounds(request);
    if (request.has(BOUNDS) && !set.holds(regime.info())) {
      throw new IllegalArgumentException(
          "%s is not in %s %s: its theorems are of %s"
              .formatted(regime.name(), BOUNDS, set.word(), regime.info().since().word()));
    }
  }

  /** The theorems that count, of several sets the newest. */
  static BoundSet bounds(Request request) {
    return boundSets(request).stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  /**
   * The sets of theorems that are named, each once, the oldest first.
   *
   * @throws UsageException if one does not exist
   */
  static List<BoundSet> boundSets(Request request) {
    Set<BoundSet> sets = new TreeSet<>();
    String list = request.value(BOUNDS, BoundSet.MAY_2026.word());
    for (String word : list.split(",", -1)) {
      sets.add(boundSet(word.strip(), list));
    }
    return List.copyOf(sets);
  }

  private static BoundSet boundSet(String word, String list) {
    List<String> words = new ArrayList<>();
    for (BoundSet set : BoundSet.values()) {
      if (set.word().equalsIgnoreCase(word)) {
        return set;
      }
      words.add(set.word());
    }
    throw UsageException.unknown(BOUNDS + " " + list, word, "set of theorems", words);
  }

  /** The regimes whose theorems count. */
  static List<Regime> counted(Request request) {
    return Regimes.of(bounds(request), request.knownRegimes());
  }

  /**
   * What was asked for, under these regimes.
   *
   * @throws UsageException if an argument is no setting
   */
  static EstimateOptions of(Request request, List<Regime> regimes) {
    List<Setting> settings = new ArrayList<>();
    for (String text : request.value(SET, List.<String>of())) {
      Optional<Setting> setting = Setting.parse(text);
      if (setting.isEmpty()) {
        throw new UsageException(
            SET
                + " "
                + (text.isBlank() ? '"' + text + '"' : text)
                + ": expected KEY=VALUE, CIRCUIT.KEY=VALUE or CIRCUIT.LOOKUP.KEY=VALUE");
      }
      settings.add(setting.get());
    }
    return new EstimateOptions(
        regimes,
        bounds(request),
        settings,
        request.value(ACCOUNTING, Accounting.SOUNDCALC),
        new CostFigures(hashRate(request)),
        request.value(SIZES, Sizes.SOUNDCALC));
  }

  /** What the figures depend on, as readers are told who see these regimes alone. */
  EstimateCaveats caveats() {
    return caveatsOfSet().showing(regimes);
  }

  /** The same where a best figure of all the theorems that count is shown as well. */
  EstimateCaveats caveatsOfSet() {
    return new EstimateCaveats(
        accounting, settings.stream().map(Setting::text).toList(), bounds, costs, sizes);
  }
}
