package org.soundcalc.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.reference.FamilyReference;
import org.soundcalc.io.reference.FileSchema;
import org.soundcalc.io.reference.KeyReference;
import org.soundcalc.model.Family;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc families}: the proof systems and the keys of their circuits. */
final class FamiliesCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    String formats =
        "text (for people), markdown (the reference of all keys) or schema (a JSON Schema of the"
            + " files, for editors).";
    return Options.command(
            this,
            "List the proof systems, or all keys of those named.",
            "Exit codes: 0 done; 2 bad usage.",
            "",
            "Examples:",
            "  soundcalc families",
            "  soundcalc families FRI_STARK",
            "  soundcalc families --format schema > soundcalc.schema.json")
        .addOption(
            Format.option(formats, Format.SCHEMA, Format.TEXT, Format.MARKDOWN, Format.SCHEMA))
        .addOption(ColorMode.option())
        .addPositional(
            Options.arguments(
                "NAME",
                "0..*",
                "A proof system whose keys to print, in upper or lower case.",
                "Default: all (as text: their list only). Example: FRI_STARK"));
  }

  @Override
  public int run(Request request) {
    List<String> names = request.files();
    List<Family> installed = request.session().plugins().families();
    List<Family> families = names.isEmpty() ? installed : named(names, installed);
    FamilyReference reference = new FamilyReference(families);
    return request.answer(
        switch (Format.of(request, Format.TEXT)) {
          case MARKDOWN -> new KeyReference(families);
          case SCHEMA -> new JsonDocument(FileSchema.of(families));
          default -> request.text(names.isEmpty() ? reference.list() : reference.keys());
        });
  }

  private static List<Family> named(List<String> names, List<Family> installed) {
    Map<String, Family> known = new LinkedHashMap<>();
    installed.forEach(family -> known.putIfAbsent(family.name(), family));
    return names.stream()
        .map(
            name ->
                UsageException.known(name, name.toUpperCase(Locale.ROOT), "proof system", known))
        .toList();
  }
}
