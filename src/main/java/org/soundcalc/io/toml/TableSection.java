package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.model.keys.RecursionKeys;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.model.keys.Values;

/** A table of a file: {@code [zkevm]}, a circuit, a lookup. */
final class TableSection implements Section {
  private final Context context;
  private final TableSchema layout;
  private final RawTable table;
  private final UnknownKeys unknown;
  private final ValueParser parser;
  private final Map<String, List<TableSection>> children = new LinkedHashMap<>();
  private boolean faulty;

  TableSection(Context context, TableSchema layout, RawTable table) {
    this.context = context;
    this.layout = layout;
    this.table = table;
    this.unknown = new UnknownKeys(context, table, layout);
    this.parser = new ValueParser(context, table, this::reportError);
  }

  @Override
  public <T> T get(Key<?, T> key) {
    Optional<Parsed<T>> parsed = read(key);
    if (parsed.isEmpty()) {
      if (key.presence() instanceof Key.Presence.Default<T> absent) {
        return absent.value();
      }
      if (key.presence() instanceof Key.Presence.Required) {
        reportMissing(key);
      }
    }
    return parsed.flatMap(TableSection::value).orElseGet(key.type()::placeholder);
  }

  @Override
  public <T> Optional<T> find(Key<?, T> key) {
    return read(key).flatMap(TableSection::value);
  }

  @Override
  public boolean has(Key<?, ?> key) {
    return table.find(key).isPresent();
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
      error(keys.get(0), problem.message(), problem.path().stream().mapToInt(i -> i).toArray());
    }
  }

  @Override
  public CircuitId id(String family, String proofSystem, String commitment) {
    return new CircuitId(
        get(CommonKeys.NAME),
        family,
        proofSystem,
        commitment,
        get(CommonKeys.FIELD),
        Math.toIntExact(get(CommonKeys.HASH_SIZE_BITS)),
        get(RecursionKeys.VERIFIES),
        get(RecursionKeys.ARITY),
        find(CommonKeys.MEASURED_PROOF_SIZE));
  }

  /**
   * Reports that a value is wrong beyond its own type and range. The message follows the key's
   * name, as in "must end at 4".
   *
   * @param path indices into the value's arrays, none for the whole value
   */
  void error(Key<?, ?> key, String message, int... path) {
    List<Integer> indices = Arrays.stream(path).boxed().toList();
    faulty = true;
    // of this circuit, even if the value stands for all
    String whole = table.message(ValueParser.name(key, indices) + " " + message);
    context.problems().error(origin(key).element(indices), whole);
  }

  @Override
  public void warn(Key<?, ?> key, String message) {
    context.problems().warning(origin(key), table.message(message));
  }

  @Override
  public boolean sound() {
    return !faulty && children.values().stream().flatMap(List::stream).allMatch(Section::sound);
  }

  /** Reports a value that is wrong, once where it stands for all circuits. */
  void refuse(Key<?, ?> key, String message) {
    faulty = true;
    Optional<TableSection> holder = has(key) ? Optional.empty() : holder(key);
    TableSection owner = holder.orElse(this);
    owner.reportError(owner.origin(key), key.name() + " " + message);
  }

  /** The tables of an array of tables. */
  List<TableSection> children(TablesKey key) {
    return children.computeIfAbsent(
        key.name(), name -> new ChildTables(context, table, this::reportError).read(key));
  }

  /** The value that the file has of a key; the table where it has none. */
  TomlValue inFile(Key<?, ?> key) {
    return table
        .inFile(key)
        .or(() -> holder(key).flatMap(holder -> holder.table.inFile(key)))
        .orElse(table.table());
  }

  /** Where the value of a key comes from; the table's header where it has none. */
  Origin origin(Key<?, ?> key) {
    Optional<TableSection> holder = has(key) ? Optional.empty() : holder(key);
    return holder
        .filter(section -> section.has(key))
        .map(section -> section.table.origin(key))
        .orElseGet(() -> table.origin(key));
  }

  /** Its values, its label and its place. */
  RawTable raw() {
    return table;
  }

  /** Checks what no reader asks for: keys that it skipped, and keys that nobody knows. */
  void checkKeys() {
    for (Key<?, ?> key : layout.keys()) {
      if (has(key)) {
        checkPresent(key);
      }
    }
    for (TablesKey key : layout.tables()) {
      tables(key);
    }
    children.values().stream().flatMap(List::stream).forEach(TableSection::checkKeys);
    unknown.warn();
  }

  private void checkPresent(Key<?, ?> key) {
    read(key);
    if (key.presence() instanceof Key.Presence.Retired) {
      Origin origin = table.origin(key);
      String message = key.name() + " is read by no formula any more";
      context.problems().warning(origin, table.message(origin, message));
    }
  }

  private static <T> Optional<T> value(Parsed<T> parsed) {
    return parsed instanceof Parsed.Valid<T> valid ? Optional.of(valid.value()) : Optional.empty();
  }

  /** The table of the file that stands in where this one has no such key. */
  private Optional<TableSection> holder(Key<?, ?> key) {
    return key.table().flatMap(context::shared).filter(section -> section != this);
  }

  private <T> Optional<Parsed<T>> read(Key<?, T> key) {
    Optional<Parsed<T>> own = parser.parse(key);
    if (own.isPresent()) {
      return own;
    }
    Optional<Parsed<T>> parsed = holder(key).flatMap(holder -> holder.read(key));
    faulty |= parsed.isPresent() && value(parsed.get()).isEmpty();
    return parsed.or(() -> substitute(key));
  }

  /** The value of the key that may stand in for a missing one. */
  private <T> Optional<Parsed<T>> substitute(Key<?, T> key) {
    Optional<Key<?, ?>> other =
        layout.key(key.name()).flatMap(Key::substitute).flatMap(layout::key);
    Optional<Parsed<T>> parsed =
        other.flatMap(table::find).map(key.type()::parse).filter(p -> value(p).isPresent());
    parsed
        .flatMap(TableSection::value)
        .ifPresent(
            value ->
                warn(
                    key,
                    "%s is not published: estimated with %s = %s in its place"
                        .formatted(key, other.orElseThrow(), value)));
    return parsed;
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
      String message = missing(key) + " (must be " + context.expected(key) + ")";
      context.problems().error(table.header(), table.message(message));
    }
  }

  private String missing(Key<?, ?> key) {
    boolean isHolder = key.table().flatMap(context::shared).filter(this::equals).isPresent();
    String elsewhere = key.table().map(name -> ", here and in [" + name + "]").orElse("");
    return key.name() + " is missing" + (isHolder ? "" : elsewhere);
  }

  private void reportError(Origin origin, String message) {
    faulty = true;
    context.problems().error(origin, table.message(origin, message));
  }
}
