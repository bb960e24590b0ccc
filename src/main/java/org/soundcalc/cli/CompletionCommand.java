package org.soundcalc.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code soundcalc completion}: the script by which a shell completes command lines. */
final class CompletionCommand implements Subcommand {
  /** Stands above the script in place of picocli's own advice on where to put it. */
  private static final String HEADER =
      """
      # Completes the words of soundcalc in bash and zsh. Generated with picocli, https://picocli.info
      #
      # For this shell only, where soundcalc is on the PATH:
      #   source <(soundcalc completion bash)
      # For every new one, that line at the end of ~/.bashrc; for zsh, of ~/.zshrc:
      #   source <(soundcalc completion zsh)
      #
      """;

  /** Where what remains of picocli's header begins: what its comments refer to. */
  private static final String REFERENCES = "# References\n";

  /**
   * What picocli's script lacks. It takes {@code --color=al} for one word, of which bash makes
   * three; and it switches file names off. Its own way to complete them, for parameters of the type
   * File, is no way out: the shell would run what a file's name says between {@code $(} and {@code
   * )}.
   */
  private static final String WORDS_AND_FILES =
      """

      # Completes --color=al like --color al, and file names where nothing else is known.
      function _soundcalc() {
        local previous=$((COMP_CWORD - 1))
        if [ "${COMP_WORDS[COMP_CWORD]}" = "=" ]; then
          COMP_WORDS[COMP_CWORD]=""
        elif [ "$previous" -gt 0 ] && [ "${COMP_WORDS[previous]}" = "=" ]; then
          COMP_WORDS=("${COMP_WORDS[@]:0:previous}" "${COMP_WORDS[COMP_CWORD]}")
          COMP_CWORD=$previous
        fi
        _complete_soundcalc
        if [ "${#COMPREPLY[@]}" -eq 0 ]; then
          type compopt &>/dev/null && compopt -o default
        fi
      }
      complete -F _soundcalc -o default soundcalc
      """;

  @Override
  public CommandSpec spec() {
    PositionalParamSpec.Builder shell =
        PositionalParamSpec.builder()
            .required(true)
            .index("0")
            .paramLabel("SHELL")
            .type(String.class)
            .completionCandidates(List.of("bash", "zsh"))
            .description("The shell: bash or zsh.", "Example: bash");
    return Options.command(
            this,
            "Print a script for the shell that completes commands, options, values and files.",
            "For this shell only, where soundcalc is on the PATH:",
            "  source <(soundcalc completion bash)",
            "For every new shell, add that line to ~/.bashrc; for zsh, to ~/.zshrc:",
            "  source <(soundcalc completion zsh)",
            "",
            "Exit codes: 0 done; 2 bad usage.")
        .addPositional(shell.build());
  }

  /** Both shells read the same script: zsh through its bashcompinit. */
  @Override
  public int run(Request request) {
    String script = AutoComplete.bash("soundcalc", Commands.withEverySubcommand());
    String body = script.substring(script.indexOf(REFERENCES));
    return request.answer(writer -> writer.append(HEADER).append(body).append(WORDS_AND_FILES));
  }
}
