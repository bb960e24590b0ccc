package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.CircuitStatement;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.StatedSize;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.model.keys.RecursionKeys;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.model.keys.Values;

/** A table of a file with the keys that it may have: {@code [zkevm]}, a circuit, a lookup. */
final class TableSection extends RawTable implements Section {
  final TableSchema layout;
  private final UnknownKeys unknown;
  private final Map<String, List<TableSection>> children = new LinkedHashMap<>();

  TableSection(
      Context context,
      TableSchema layout,
      String label,
      TomlValue table,
      Map<String, Setting> settings) {
    super(context, label, table, settings);
    this.layout = layout;
    this.unknown = new UnknownKeys(this, layout);
  }

  @Override
  public <T> T get(Key<?, T> key) {
    Optional<Parsed<T>> parsed = read(key);
    if (parsed.isEmpty() && key.presence() instanceof Key.Presence.Default<T> absent) {
      return absent.value();
    }
    if (parsed.isEmpty() && key.presence() instanceof Key.Presence.Required) {
      reportMissing(key);
    }
    return parsed.flatMap(RawTable::value).orElseGet(key.type()::placeholder);
  }

  @Override
  public <T> Optional<T> find(Key<?, T> key) {
    return read(key).flatMap(RawTable::value);
  }

  /** The value of a key, or the one that an invalid value is close to, if any. */
  Optional<String> meaning(Key<?, String> key) {
    return find(key)
        .or(() -> stated(key).flatMap(value -> key.type().meant(String.valueOf(value.plain()))));
  }

  @Override
  public boolean has(Key<?, ?> key) {
    return stated(key).isPresent();
  }

  @Override
  public boolean valid(Key<?, ?>... keys) {
    return Stream.of(keys).allMatch(this::isValid);
  }

  private <T> boolean isValid(Key<?, T> key) {
    return read(key)
        .map(parsed -> parsed instanceof Parsed.Valid)
        .orElseGet(() -> !(key.presence() instanceof Key.Presence.Required));
  }

  @Override
  public List<Section> tables(TablesKey key) {
    return List.copyOf(children(key));
  }

  @Override
  public <C> Optional<C> make(Function<Values<C>, C> maker) {
    List<Key<?, ?>> asked = new ArrayList<>();
    Values<C> values =
        new Values<>() {
          @Override
          public <T> T get(Key<C, T> key) {
            asked.add(key);
            return TableSection.this.get(key);
          }
        };
    try {
      C made = maker.apply(values);
      return asked.stream().allMatch(this::isValid) ? Optional.of(made) : Optional.empty();
    } catch (InvalidConfiguration invalid) {
      report(invalid.problems());
      return Optional.empty();
    }
  }

  @Override
  public void report(List<Problem> found) {
    for (Problem problem : found) {
      if (problem.table().isEmpty()) {
        report(problem);
      } else {
        children.get(problem.table()).get(problem.index()).report(problem);
      }
    }
  }

  /** Reports a problem, unless what is known to be wrong may explain it. */
  private void report(Problem problem) {
    List<Key<?, ?>> keys =
        problem.keys().stream().<Key<?, ?>>map(name -> layout.key(name).orElseThrow()).toList();
    if (keys.stream().allMatch(this::isValid)) {
      error(keys.get(0), problem.message(), problem.path());
    }
  }

  @Override
  public CircuitId id(String family, String proofSystem, String commitment) {
    Optional<String> measured = find(CommonKeys.MEASURED_PROOF_SIZE);
    if (measured.isPresent() && StatedSize.measuredBits(measured.get()).isEmpty()) {
      warn(
          CommonKeys.MEASURED_PROOF_SIZE,
          "proof_size is no number with a unit, such as \"1.62 MB\", and is compared with nothing;"
              + " units are "
              + String.join(", ", StatedSize.UNITS));
    }
    return new CircuitId(
        get(CommonKeys.NAME),
        family,
        proofSystem,
        commitment,
        get(CommonKeys.FIELD),
        Math.toIntExact(get(CommonKeys.HASH_SIZE_BITS)),
        get(RecursionKeys.VERIFIES),
        get(RecursionKeys.ARITY),
        measured,
        format());
  }

  /** What its proofs state, as far as the file says. */
  CircuitStatement statement() {
    return children(CircuitStatement.TABLE).stream()
        .findFirst()
        .flatMap(table -> table.make(CircuitStatement::of))
        .orElse(CircuitStatement.NONE);
  }

  /** What the prover sends, where the circuit's proof system has such a table and it is there. */
  private Optional<ProofFormat> format() {
    return layout.knows(ProofFormat.TABLE.name())
        ? children(ProofFormat.TABLE).stream()
            .findFirst()
            .flatMap(table -> table.make(ProofFormat::of))
        : Optional.empty();
  }

  /**
   * Reports that a value is wrong beyond its own type and range. The message follows the key's
   * name, as in "must end at 4".
   *
   * @param path indices into the value's arrays, none for the whole value
   */
  void error(Key<?, ?> key, String message, List<Integer> path) {
    faulty = true;
    // of this circuit, even if the value stands for all
    String whole = message(element(key, path) + " " + message);
    context.problems.error(origin(key).element(path).place(), whole);
  }

  @Override
  public void warn(Key<?, ?> key, String message) {
    context.problems.warning(origin(key).place(), message(message));
  }

  @Override
  public void warnUnder(String regime, Key<?, ?> key, String message) {
    context.problems.warning(origin(key).place(), message(message), Optional.of(regime));
  }

  @Override
  public boolean sound() {
    return !faulty && children.values().stream().flatMap(List::stream).allMatch(Section::sound);
  }

  /** Reports a value that is wrong, once where it stands for all circuits. */
  void refuse(Key<?, ?> key, String message) {
    faulty = true;
    owner(key).error(origin(key).place(), key.name() + " " + message);
  }

  /** The tables in it. */
  List<TableSection> children(TablesKey key) {
    return children.computeIfAbsent(key.name(), name -> new InnerTables(this, key).read());
  }

  /**
   * Where the file has a value; the table's header where it has none.
   *
   * @param path a key's name, after the name of the table inside this one that holds it
   */
  Span placeInFile(List<String> path) {
    if (path.size() > 1) {
      Optional<TableSection> single =
          children.getOrDefault(path.get(0), List.of()).stream()
              .filter(child -> ProofFormat.TABLE.name().equals(path.get(0)))
              .findFirst();
      return single.isPresent()
          ? single.get().placeInFile(path.subList(1, path.size()))
          : placeOfElement(path);
    }
    return path.stream()
        .flatMap(name -> layout.key(name).stream())
        .findFirst()
        .map(this::placeInFile)
        .orElseGet(this::header);
  }

  private Span placeOfElement(List<String> path) {
    List<String> rest = path.subList(1, path.size());
    return children.values().stream()
        .flatMap(List::stream)
        .filter(child -> child.layout.key(CommonKeys.NAME.name()).isPresent())
        .filter(child -> child.get(CommonKeys.NAME).equals(path.get(0)))
        .findFirst()
        .map(child -> child.placeInFile(rest))
        // a circuit that is a lookup itself has the key without such a table
        .orElseGet(() -> placeInFile(rest));
  }

  /** Where the file has the value of a key; the table's header where it has none. */
  Span placeInFile(Key<?, ?> key) {
    return inFile(key)
        .or(() -> holder(key).flatMap(holder -> holder.inFile(key)))
        .map(TomlValue::place)
        .orElseGet(this::header);
  }

  /** The value of a key, wherever it stands; the table itself where it has none. */
  TomlValue origin(Key<?, ?> key) {
    return owner(key).stated(key).orElse(table);
  }

  /** Checks what no reader asks for: keys that it skipped, and keys that nobody knows. */
  void checkKeys() {
    for (Key<?, ?> key : layout.keys()) {
      if (has(key)) {
        checkPresent(key);
      }
    }
    layout.tables().forEach(this::children);
    children.values().stream().flatMap(List::stream).forEach(TableSection::checkKeys);
    unknown.warn();
  }

  private void checkPresent(Key<?, ?> key) {
    read(key);
    if (key.presence() instanceof Key.Presence.Retired) {
      warning(origin(key).place(), key.name() + " is read by no formula any more");
    }
  }

  /** The table of the file that stands in where this one has no such key. */
  private Optional<TableSection> holder(Key<?, ?> key) {
    return key.table().flatMap(context::shared).filter(section -> section != this);
  }

  /** The table that has a key: this one, unless another one stands in. */
  private TableSection owner(Key<?, ?> key) {
    return has(key) ? this : holder(key).filter(section -> section.has(key)).orElse(this);
  }

  private <T> Optional<Parsed<T>> read(Key<?, T> key) {
    Optional<Parsed<T>> own = parse(key);
    if (own.isPresent()) {
      return own;
    }
    Optional<Parsed<T>> parsed = holder(key).flatMap(holder -> holder.read(key));
    faulty |= parsed.isPresent() && parsed.flatMap(RawTable::value).isEmpty();
    return parsed.or(() -> substitute(key));
  }

  /** The value of the key that may stand in for a missing one. */
  private <T> Optional<Parsed<T>> substitute(Key<?, T> key) {
    Optional<Key<?, ?>> other =
        layout.key(key.name()).flatMap(Key::substitute).flatMap(layout::key);
    Optional<T> value =
        other.flatMap(this::stated).map(v -> key.type().parse(v.plain())).flatMap(RawTable::value);
    if (value.isPresent()) {
      String message = "%s is not published: estimated with %s = %s in its place";
      warn(key, message.formatted(key, other.orElseThrow(), value.get()));
    }
    return value.map(Parsed.Valid::new);
  }

  /** The keys that were read in place of missing ones, by the names of these. */
  Map<String, String> standIns() {
    Map<String, String> standIns = new LinkedHashMap<>();
    for (Key<?, ?> key : layout.keys()) {
      key.substitute()
          .filter(other -> !has(key) && layout.key(other).filter(this::has).isPresent())
          .ifPresent(other -> standIns.put(key.name(), other));
    }
    return standIns;
  }

  private void reportMissing(Key<?, ?> key) {
    faulty = true;
    if (unknown.reportMissing(key.name())) {
      return;
    }
    Optional<TableSection> holder = holder(key);
    boolean withoutZkevm =
        key.table().equals(Optional.of(CommonKeys.ZKEVM))
            && context.shared(CommonKeys.ZKEVM).isEmpty();
    if (holder.isPresent() && !context.anyCircuitHas(key)) {
      holder.get().reportMissing(key);
    } else if (!withoutZkevm) {
      // that [zkevm] is missing was said, and says enough
      String instead =
          layout
              .key(key.name())
              .flatMap(Key::substitute)
              .map(other -> "; " + other + " may stand in for it")
              .orElse("");
      error(header(), missing(key) + " (must be " + context.expected(key) + instead + ")");
    }
  }

  private String missing(Key<?, ?> key) {
    boolean isHolder = key.table().flatMap(context::shared).filter(this::equals).isPresent();
    String elsewhere = key.table().map(name -> ", here and in [" + name + "]").orElse("");
    return key.name() + " is missing" + (isHolder ? "" : elsewhere);
  }
}
