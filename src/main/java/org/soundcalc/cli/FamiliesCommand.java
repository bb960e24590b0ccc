package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.reference.FamilyKeys;
import org.soundcalc.io.reference.FamilyList;
import org.soundcalc.io.reference.MarkdownReference;
import org.soundcalc.io.reference.ReferenceWriter;
import org.soundcalc.io.reference.SchemaWriter;
import org.soundcalc.model.Family;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code soundcalc families}: the proof systems and the keys of their circuits. */
final class FamiliesCommand implements Subcommand {
  private static final String FORMAT = "--format";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    spec.usageMessage()
        .description("List the proof systems, or every key of some of them.")
        .sortOptions(false)
        .sortSynopsis(false)
        .footer(
            "",
            "Exit codes: 0 done; 2 bad usage.",
            "",
            "Examples:",
            "  soundcalc families",
            "  soundcalc families FRI_STARK",
            "  soundcalc families --format schema > soundcalc.schema.json");
    String formats =
        "text (for people), markdown (the reference of every key) or schema (a JSON Schema of the"
            + " files, for editors).";
    return spec.addOption(
            EnumOption.option(
                    "FORMAT",
                    ReferenceFormat.values(),
                    Options.option(FORMAT, formats, "text", "--format schema"))
                .build())
        .addOption(ColorMode.option())
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("NAME")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                    "A proof system whose keys to print, in any case.",
                    "Default: all, and of text their list only. Example: FRI_STARK")
                .build());
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    List<String> names = arguments.matchedPositionalValue(0, List.of());
    List<Family> installed = session.plugins().families();
    List<Family> families = names.isEmpty() ? installed : named(names, installed);
    Style style = ColorMode.of(arguments).results(session.terminal());
    int width = session.terminal().width();
    ReferenceWriter writer =
        switch (arguments.matchedOptionValue(FORMAT, ReferenceFormat.TEXT)) {
          case TEXT ->
              names.isEmpty() ? new FamilyList(style, width) : new FamilyKeys(style, width);
          case MARKDOWN -> new MarkdownReference();
          case SCHEMA -> new SchemaWriter();
        };
    session.out().print(out -> writer.write(families, out));
    return ExitCode.OK;
  }

  private static List<Family> named(List<String> names, List<Family> installed) {
    Map<String, Family> known = new LinkedHashMap<>();
    installed.forEach(family -> known.putIfAbsent(family.name(), family));
    List<Family> named = new ArrayList<>();
    for (String name : names) {
      Family family = known.get(name.toUpperCase(Locale.ROOT));
      if (family == null) {
        throw Unknown.name(name, name, "proof system", known.keySet());
      }
      named.add(family);
    }
    return named;
  }
}
