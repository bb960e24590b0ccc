package org.soundcalc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.testing.Golden;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** docs/cli.md says of every command and option what its help says. */
class CommandReferenceTest {
  private static final Path PAGE = Path.of("docs", "cli.md");
  private static final String INTRODUCTION =
      """
      # Commands and options

      What `soundcalc COMMAND --help` prints, of all commands. This page is written from the program's own
      description of its options; in a checkout the program is `./soundcalc`.

      """;

  @Test
  void thePageIsThatOfTheProgram() throws IOException {
    CommandLine program = Commands.withEverySubcommand();
    StringBuilder page = new StringBuilder(INTRODUCTION);
    program
        .getSubcommands()
        .keySet()
        .forEach(name -> page.append("- [%1$s](#%1$s)\n".formatted(name)));
    page.append("\n## soundcalc\n\n").append(described(program));
    program
        .getSubcommands()
        .forEach(
            (name, command) -> page.append("\n## " + name + "\n\n").append(described(command)));
    Golden.assertMatches(PAGE, page.toString());
  }

  private static String described(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    CommandLine.Help help =
        new CommandLine.Help(spec, CommandLine.Help.defaultColorScheme(Ansi.OFF));
    StringBuilder text = new StringBuilder(paragraph(spec.usageMessage().description()));
    text.append("\n```text\n").append(help.synopsis(0).stripTrailing()).append("\n```\n\n");
    spec.positionalParameters()
        .forEach(argument -> text.append(item(argument.paramLabel(), argument.description())));
    spec.options().forEach(option -> text.append(item(names(option), option.description())));
    return text.append(footer(spec.usageMessage().footer())).toString();
  }

  private static String names(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
    return Stream.of(option.names()).map(name -> name + value).collect(Collectors.joining("`, `"));
  }

  /** Its meaning, then its default and an example. */
  private static String item(String name, String[] description) {
    StringBuilder item = new StringBuilder("- `" + name + "`");
    for (int i = 0; i < description.length; i++) {
      String[] parts = plain(description[i]).split("Example: ", 2);
      item.append(i == 0 ? ": " : " ").append(MarkdownDocument.escape(parts[0].strip()));
      if (parts.length > 1) {
        item.append(parts[0].isEmpty() ? "" : " ").append("Example: `" + parts[1] + "`");
      }
    }
    return item.append("\n").toString();
  }

  /** A paragraph for each line, but those that are indented as they are. */
  private static String footer(String[] lines) {
    StringBuilder text = new StringBuilder();
    boolean isCode = false;
    for (String format : lines) {
      String line = plain(format);
      boolean indented = line.startsWith("  ");
      if (indented != isCode) {
        text.append(indented ? "\n```text\n" : "```\n");
        isCode = indented;
      }
      if (isCode) {
        text.append(line.substring(2)).append("\n");
      } else if (!line.isEmpty()) {
        text.append("\n").append(MarkdownDocument.escape(line)).append("\n");
      }
    }
    return text.append(isCode ? "```\n" : "").toString();
  }

  private static String paragraph(String[] description) {
    return MarkdownDocument.escape(plain(String.join(" ", description))) + "\n";
  }

  /** What picocli's formats stand for. */
  private static String plain(String format) {
    return format.replace("%%", "%");
  }
}
