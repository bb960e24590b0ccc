#!/usr/bin/env bash
# How long a whole process takes, from the shell's start to its end, in multiples of a Java that prints one line with
# the same flags: the medians of pairs that were run in turn, by the clock and by the processors' time.
#
#   src/bench/start-up.sh [RUNS [OTHER]]
#
#   RUNS   pairs for each command, 15 unless said otherwise
#   OTHER  the launcher of another checkout, built, which is measured beside this one
set -euo pipefail

runs=${1:-15}
other=${2:-}
root=$(cd -- "$(dirname -- "$0")/../.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# the options of the launcher, as they stand in it
encoding='-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8'
eval "$(grep -E '^(heap|quiet|mapping|compiler|picocli|options)=' "$root/soundcalc")"
printf 'class Line { public static void main(String[] none) { System.out.println("soundcalc"); } }\n' >"$work/Line.java"
"${java}c" -d "$work" "$work/Line.java"

# seconds COMMAND...: appends what the clock and the processors say of it
seconds() {
  TIMEFORMAT='%R %U %S'
  { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $1, $2 + $3 }'
}

# median RATIO-COLUMN FILE
median() {
  awk -v column="$1" '{ print $column }' "$2" | sort -n | awk '{ v[NR] = $1 } END { printf "%.2f", v[int((NR + 1) / 2)] }'
}

# ratio NAME LAUNCHER ARGUMENT...
ratio() {
  local name=$1
  shift
  "$@" >/dev/null 2>&1 # builds, and makes the archive
  : >"$work/ratios"
  for _ in $(seq "$runs"); do
    # shellcheck disable=SC2086
    echo "$(seconds "$@") $(seconds "$java" $options -cp "$work" Line)" |
      awk '{ print $1 / $3, $2 / $4 }' >>"$work/ratios"
  done
  printf '%-10s %-32s %8s %8s\n' "$name" "${*:2}" "$(median 1 "$work/ratios")" "$(median 2 "$work/ratios")"
}

cd "$root"
printf '%-10s %-32s %8s %8s\n' launcher arguments clock CPU
for arguments in --version 'estimate zkvms/pico.toml' 'estimate zkvms'; do
  # shellcheck disable=SC2086
  ratio this ./soundcalc $arguments
  # shellcheck disable=SC2086
  [ -z "$other" ] || ratio other "$other" $arguments
done
