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

  /** How picocli's script quotes a word: commas too, which bash leaves alone on a line. */
  private static final String QUOTING = "printf -v quoted %q \"${options[i]}\"\n";

  private static final String LEAVING_COMMAS = "    quoted=\"${quoted//\\\\,/,}\"\n";

  /**
   * What picocli's script lacks. It takes {@code --color=al} for one word, of which bash makes
   * three; it knows no names of a file on the line; and it switches names of files off. Its own way
   * to complete these, for parameters of the type File, is no way out: the shell would run what a
   * name says between {@code $(} and {@code )}.
   */
  private static final String WORDS_AND_FILES =
      """

      # Completes --color=al like --color al, names in the file on the line, and FILEs where nothing
      # else is known. Names are compared and quoted, and never run.
      function _soundcalc() {
        local previous=$((COMP_CWORD - 1)) kind="" IFS=$' \\t\\n'
        if [ "${COMP_WORDS[COMP_CWORD]}" = "=" ]; then
          COMP_WORDS[COMP_CWORD]=""
        elif [ "$previous" -gt 0 ] && [ "${COMP_WORDS[previous]}" = "=" ]; then
          COMP_WORDS=("${COMP_WORDS[@]:0:previous}" "${COMP_WORDS[COMP_CWORD]}")
          COMP_CWORD=$previous
        fi
        case "${COMP_WORDS[COMP_CWORD - 1]}" in
          --circuit) kind=circuits ;;
          --term) kind=terms ;;
          --regime | --regimes) kind=regimes ;;
          --set) kind=keys ;;
          --fix) kind=fixed ;;
          --vary) kind=levers ;;
        esac
        if [ -n "$kind" ]; then
          _soundcalc_names "$kind"
          return
        fi
        _complete_soundcalc
        if [ "${#COMPREPLY[@]}" -eq 0 ]; then
          _soundcalc_files
        fi
      }

      # A word of the line as the program would get it.
      function _soundcalc_word() {
        word="${1//\\\\/}"
        word="${word#[\\"\\']}"
        word="${word%[\\"\\']}"
        word="${word/#\\~\\//$HOME/}"
      }

      function _soundcalc_names() {
        local current word name words=()
        local quote="${COMP_WORDS[COMP_CWORD]:0:1}"
        for word in "${COMP_WORDS[@]:0:$COMP_CWORD}" "${COMP_WORDS[@]:$((COMP_CWORD + 1))}" \\
          "${COMP_WORDS[COMP_CWORD]}"; do
          _soundcalc_word "$word"
          words+=("$word")
        done
        current="$word"
        COMPREPLY=()
        while IFS= read -r name; do
          if [ "${name:0:${#current}}" = "$current" ]; then
            if [ -z "${ZSH_VERSION:-}" ] && [ "$quote" != '"' ] && [ "$quote" != "'" ]; then
              printf -v name %q "$name"
            fi
            COMPREPLY+=("$name")
          fi
        done < <("${words[0]}" __complete "$1" "${words[@]:1}" 2>/dev/null </dev/null)
        if [ "$1" = keys -o "$1" = levers ] && type compopt &>/dev/null; then
          compopt -o nospace
        fi
      }

      function _soundcalc_files() {
        local word file
        _soundcalc_word "${COMP_WORDS[COMP_CWORD]}"
        for file in "$word"*; do
          if [ -d "$file" ] || { [ -f "$file" ] && [ "${file%.toml}" != "$file" ]; }; then
            COMPREPLY+=("$file")
          fi
        done
        if type compopt &>/dev/null; then
          compopt -o filenames
        fi
      }
      complete -F _soundcalc soundcalc
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
            "Print a script for the shell that completes commands, options and values, the names of"
                + " circuits, terms, regimes and keys in a file on the line, and files.",
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
    String body =
        script.substring(script.indexOf(REFERENCES)).replace(QUOTING, QUOTING + LEAVING_COMMAS);
    request
        .session()
        .out()
        .printExactly(writer -> writer.append(HEADER).append(body).append(WORDS_AND_FILES));
    return ExitCode.OK;
  }
}
