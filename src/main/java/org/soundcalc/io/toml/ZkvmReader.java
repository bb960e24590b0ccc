package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.Zkvm;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.TablesKey;

/** Reads one document: its tables, its circuits, and what the command line sets in them. */
final class ZkvmReader {
  private static final String TOP_LEVEL = "the top level";

  private final Context context;
  private final TableSchemas layouts;
  private final RawTable top;
  private final UnknownKeys unknown;

  ZkvmReader(TomlDocument document, TableSchemas layouts) {
    this.context = new Context(document, layouts);
    this.layouts = layouts;
    this.top = new RawTable(context, "", document.root(), Map.of());
    List<TablesKey> tables = new ArrayList<>();
    layouts.sharedTables().forEach(name -> tables.add(new TablesKey(name, List.of(), "")));
    tables.add(new TablesKey(CommonKeys.CIRCUITS, List.of(), ""));
    this.unknown = new UnknownKeys(top, new TableSchema(TOP_LEVEL, List.of(), tables));
  }

  /** Reads everything, whatever is wrong. */
  Loaded read(List<Setting> fromCommandLine) {
    Settings settings = new Settings(context, fromCommandLine);
    layouts.sharedTables().forEach(name -> readShared(name, settings));
    Optional<TableSection> zkevm = context.shared(CommonKeys.ZKEVM);
    String name = zkevm.map(section -> section.get(CommonKeys.ZKVM_NAME)).orElse("");
    Optional<String> version = zkevm.flatMap(section -> section.get(CommonKeys.VERSION));
    CircuitsReader reader = new CircuitsReader(context, settings);
    List<Optional<TomlValue>> tables = circuitTables();
    List<Circuit> circuits = reader.read(tables);
    layouts.sharedTables().stream()
        .flatMap(table -> context.shared(table).stream())
        .forEach(TableSection::checkKeys);
    unknown.warn();
    List<TableSection> sections = reader.circuits();
    Optional<Recursion> recursion = new RecursionReader(context, sections, tables).read();
    List<Diagnostic> diagnostics = context.problems.diagnostics();
    if (context.problems.anyError()) {
      return new Loaded(context.document.source(), Optional.empty(), diagnostics);
    }
    Locator locator = new Locator(context.document, sections);
    LoadedZkvm loaded =
        new LoadedZkvm(
            new Zkvm(name, version, List.copyOf(circuits), recursion),
            context.document.source(),
            locator);
    return new Loaded(context.document.source(), Optional.of(loaded), diagnostics);
  }

  private void readShared(String name, Settings settings) {
    Optional<TomlValue> value = top.find(name);
    if (value.flatMap(TomlValue::members).isPresent()) {
      TableSchema layout = layouts.shared(name);
      Map<String, Setting> set = settings.ofRecursion(name, layout);
      String label = "[" + name + "]";
      context.share(name, new TableSection(context, layout, label, value.get(), set));
    } else if (value.isPresent()) {
      refuse(value.get(), name + " must be a table, written [" + name + "]");
    } else if (name.equals(CommonKeys.ZKEVM) && !unknown.reportMissing(name)) {
      top.error(top.header(), "[zkevm] is missing: the table with the zkVM's name");
    }
  }

  private void refuse(TomlValue value, String message) {
    top.error(new Origin.InFile(value), message + ", got " + context.document.written(value));
  }

  /** The tables of circuits; what is none of them stays an empty place, so that indices hold. */
  private List<Optional<TomlValue>> circuitTables() {
    Optional<TomlValue> value = top.find(CommonKeys.CIRCUITS);
    if (value.isEmpty()) {
      if (!unknown.reportMissing(CommonKeys.CIRCUITS)) {
        top.error(top.header(), "there is no circuit: [[circuits]] is missing");
      }
      return List.of();
    }
    Origin origin = new Origin.InFile(value.get());
    List<TomlValue> elements = value.get().elements().orElse(List.of());
    if (value.get().elements().isEmpty()) {
      refuse(value.get(), "circuits must be an array of tables, each under [[circuits]]");
    } else if (elements.isEmpty()) {
      top.error(origin, "there is no circuit: the array is empty");
    } else if (elements.size() > Limits.CIRCUITS) {
      Origin tooMany = new Origin.InFile(elements.get(Limits.CIRCUITS));
      top.error(tooMany, "there are over " + Limits.CIRCUITS + " circuits");
      return List.of();
    }
    return tables(elements);
  }

  private List<Optional<TomlValue>> tables(List<TomlValue> elements) {
    List<Optional<TomlValue>> tables = new ArrayList<>();
    Map<String, TomlValue> names = new LinkedHashMap<>();
    for (TomlValue element : elements) {
      boolean isTable = element.members().isPresent();
      if (!isTable) {
        refuse(element, "circuit " + (tables.size() + 1) + " must be a table");
      }
      element.members().ifPresent(members -> checkUnique(members, names));
      tables.add(isTable ? Optional.of(element) : Optional.empty());
    }
    return tables;
  }

  private void checkUnique(Map<String, TomlValue> circuit, Map<String, TomlValue> names) {
    Optional<String> name = RawTable.properName(circuit);
    TomlValue value = circuit.get(CommonKeys.NAME.name());
    Optional<TomlValue> first = name.map(text -> names.putIfAbsent(text, value));
    if (first.isPresent()) {
      top.error(
          new Origin.InFile(value),
          "two circuits have the name \"%s\", here and on line %d"
              .formatted(Printable.brief(name.get()), context.document.place(first.get()).line()));
    }
  }
}
