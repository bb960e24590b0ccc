package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Family;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.Variant;
import org.soundcalc.model.Zkvm;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.RecursionKeys;
import org.soundcalc.model.keys.TablesKey;

/**
 * Reads one document: its tables, its circuits, all of them even if some are wrong, and what the
 * command line sets in them.
 */
final class ZkvmReader {
  private static final String TOP_LEVEL = "the top level";

  /** As SearchKeys has it: a class that files without the table do without. */
  private static final String SEARCH = "search";

  private final Context context;
  private final TableSchemas layouts;
  private final RawTable top;
  private final UnknownKeys unknown;

  /** The circuits whose proof system is known, in the order of the file. */
  private final List<TableSection> sections = new ArrayList<>();

  /** The names of circuits, where each stands first. */
  private final Map<String, TomlValue> names = new LinkedHashMap<>();

  ZkvmReader(TomlValue root, TableSchemas layouts, List<Setting> settings) {
    this.context = new Context(root.place().text().source(), layouts, settings);
    this.layouts = layouts;
    this.top = new RawTable(context, "", root, Map.of());
    List<TablesKey> tables = new ArrayList<>();
    layouts.shared().forEach(name -> tables.add(new TablesKey(name, List.of(), "")));
    tables.add(new TablesKey(CommonKeys.CIRCUITS, List.of(), ""));
    tables.add(new TablesKey(SEARCH, List.of(), ""));
    this.unknown = new UnknownKeys(top, new TableSchema(TOP_LEVEL, List.of(), tables));
  }

  /** Reads everything, whatever is wrong. */
  Loaded read() {
    layouts.shared().forEach(this::readShared);
    Optional<TableSection> zkevm = context.shared(CommonKeys.ZKEVM);
    String name = zkevm.map(section -> section.get(CommonKeys.ZKVM_NAME)).orElse("");
    Optional<String> version = zkevm.flatMap(section -> section.get(CommonKeys.VERSION));
    List<TomlValue> tables = circuitTables();
    context.circuits(tables);
    List<Circuit> circuits = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      readCircuit(i, tables.get(i)).ifPresent(circuits::add);
    }
    context.settings.reportUnused();
    layouts.shared().stream()
        .flatMap(table -> context.shared(table).stream())
        .forEach(TableSection::checkKeys);
    unknown.warn();
    Optional<Recursion> recursion = new RecursionReader(context, sections, tables).read();
    SearchOptions search = search(circuits);
    List<Diagnostic> diagnostics = context.problems.diagnostics();
    if (context.problems.anyError()) {
      return new Loaded(Optional.empty(), diagnostics);
    }
    Zkvm zkvm = new Zkvm(name, version, List.copyOf(circuits), recursion);
    LoadedZkvm loaded =
        new LoadedZkvm(
            zkvm,
            context.source,
            List.copyOf(sections),
            ignored(circuits),
            search,
            context.settings.applied());
    return new Loaded(Optional.of(loaded), diagnostics);
  }

  /** Reads one circuit as it is read among all; nothing where something is wrong with it. */
  Optional<CircuitReading> readOne(int index) {
    layouts.shared().forEach(this::readShared);
    List<TomlValue> tables = circuitTables();
    context.circuits(tables);
    Optional<Circuit> circuit = readCircuit(index, tables.get(index));
    return circuit
        .filter(read -> !context.problems.anyError())
        .filter(read -> context.settings.areUsedIn(read.id().name()))
        .map(
            read ->
                new CircuitReading(
                    read,
                    sections.get(0),
                    context.problems.diagnostics(),
                    List.copyOf(context.ignored),
                    context.settings.applied()));
  }

  private SearchOptions search(List<Circuit> circuits) {
    Optional<TomlValue> search = top.find(SEARCH);
    if (search.isPresent() && search.get().members().isEmpty()) {
      refuse(search.get(), "search must be a table, written [search]");
    }
    return search
        .filter(value -> value.members().isPresent())
        .map(value -> new SearchReader(context, circuits, names.keySet()).read(value))
        .orElse(SearchOptions.NONE);
  }

  private List<IgnoredKey> ignored(List<Circuit> circuits) {
    return context.ignored.stream().map(key -> ignored(key, circuits)).toList();
  }

  private IgnoredKey ignored(IgnoredKey key, List<Circuit> circuits) {
    Optional<String> circuit = Optional.empty();
    for (int i = 0; i < sections.size(); i++) {
      // tables inside a circuit have its label before theirs
      if (key.table().startsWith(sections.get(i).label)) {
        circuit = Optional.of(circuits.get(i).id().name());
      }
    }
    return new IgnoredKey(circuit, key.table(), key.name(), key.meant(), key.region());
  }

  private void readShared(String name) {
    Optional<TomlValue> value = top.find(name);
    if (value.flatMap(TomlValue::members).isPresent()) {
      TableSchema layout = layouts.shared(name);
      // what the other tables say is set in the circuits
      Map<String, Setting> set =
          name.equals(RecursionKeys.TABLE) ? context.settings.of(List.of(), layout) : Map.of();
      String label = "[" + name + "]";
      context.share(name, new TableSection(context, layout, label, value.get(), set));
    } else if (value.isPresent()) {
      refuse(value.get(), name + " must be a table, written [" + name + "]");
    } else if (name.equals(CommonKeys.ZKEVM) && !unknown.reportMissing(name)) {
      top.error(top.header(), "[zkevm] is missing: the table with the zkVM's name");
    }
  }

  private void refuse(TomlValue value, String message) {
    top.error(value.place(), message + ", got " + value.written());
  }

  /** The tables of circuits, and what stands among them. */
  private List<TomlValue> circuitTables() {
    Optional<TomlValue> value = top.find(CommonKeys.CIRCUITS);
    if (value.isEmpty()) {
      if (!unknown.reportMissing(CommonKeys.CIRCUITS)) {
        top.error(top.header(), "there is no circuit: [[circuits]] is missing");
      }
      return List.of();
    }
    Optional<List<TomlValue>> elements = value.get().elements();
    if (elements.isEmpty()) {
      // [[circuits.lookups]] alone makes it a table
      if (!unknown.reportMissing(CommonKeys.CIRCUITS)) {
        refuse(value.get(), "circuits must be an array of tables, each under [[circuits]]");
      }
      return List.of();
    }
    if (elements.get().isEmpty()) {
      top.error(value.get().place(), "there is no circuit: the array is empty");
    } else if (elements.get().size() > Limits.CIRCUITS) {
      Span tooMany = elements.get().get(Limits.CIRCUITS).place();
      top.error(tooMany, "there are over " + Limits.CIRCUITS + " circuits");
      return List.of();
    }
    return elements.get();
  }

  private Optional<Circuit> readCircuit(int index, TomlValue table) {
    if (table.members().isEmpty()) {
      refuse(table, "circuit " + (index + 1) + " must be a table");
      return Optional.empty();
    }
    checkUnique(table.members().get());
    TableSection common = section(index, table, TableSchemas.COMMON);
    Optional<Family> family = family(common);
    if (family.isEmpty() || isOfNoVariant(index, table, family.get())) {
      context.settings.unsure();
      common.id("", "", "");
      return Optional.empty();
    }
    Optional<Variant> variant = variant(index, table, family.get());
    String owner = variant.map(Variant::label).orElse(family.get().name());
    TableSection section = section(index, table, layouts.circuit(owner));
    Optional<Circuit> circuit =
        variant.map(Variant::family).orElse(family.get()).read(section).map(Circuit.class::cast);
    section.checkKeys();
    sections.add(section);
    if (circuit.isEmpty() && section.sound()) {
      throw new IllegalStateException(family.get().name() + " refused a circuit without a word");
    }
    return circuit;
  }

  /** The variant of the proof system that the circuit states, or probably meant. */
  private Optional<Variant> variant(int index, TomlValue table, Family family) {
    for (Variant variant : family.variants()) {
      Optional<String> stated = chooser(index, table, family, variant).meaning(variant.key());
      if (stated.equals(Optional.of(variant.word()))) {
        return Optional.of(variant);
      }
    }
    return Optional.empty();
  }

  /** Whether the circuit states a variant that there is not, nor one like it. */
  private boolean isOfNoVariant(int index, TomlValue table, Family family) {
    for (Variant variant : family.variants()) {
      TableSection chooser = chooser(index, table, family, variant);
      if (chooser.has(variant.key()) && chooser.meaning(variant.key()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private TableSection chooser(int index, TomlValue table, Family family, Variant variant) {
    return section(index, table, new TableSchema(family.name(), List.of(variant.key()), List.of()));
  }

  private void checkUnique(Map<String, TomlValue> circuit) {
    Optional<String> name = RawTable.properName(circuit);
    TomlValue value = circuit.get(CommonKeys.NAME.name());
    Optional<TomlValue> first = name.map(text -> names.putIfAbsent(text, value));
    if (first.isPresent()) {
      String message = "two circuits have the name \"%s\", here and on line %d";
      int line = first.get().place().start().line();
      top.error(value.place(), message.formatted(Printable.brief(name.get()), line));
    }
  }

  private TableSection section(int index, TomlValue table, TableSchema layout) {
    Map<String, TomlValue> values = table.members().orElseThrow();
    String label = RawTable.label("circuit", index, values);
    Map<String, Setting> set =
        context.settings.of(RawTable.properName(values).stream().toList(), layout);
    return new TableSection(context, layout, label, table, set);
  }

  /** The proof system, or the one that was probably meant: its keys can be checked as well. */
  private Optional<Family> family(TableSection circuit) {
    String name = circuit.get(CommonKeys.PROTOCOL_FAMILY);
    Optional<Family> family = layouts.family(name);
    if (family.isPresent() || !circuit.valid(CommonKeys.PROTOCOL_FAMILY)) {
      return family;
    }
    String supported = String.join(", ", layouts.families());
    String hint = Suggestions.hint(name, layouts.families());
    circuit.refuse(
        CommonKeys.PROTOCOL_FAMILY,
        Printable.brief(name) + " is not supported; supported: " + supported + hint);
    return Suggestions.closest(name, layouts.families()).flatMap(layouts::family);
  }
}
