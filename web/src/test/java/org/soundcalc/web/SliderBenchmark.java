package org.soundcalc.web;


import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.model.BoundSet;

/**
 * How long the page takes to answer a move of each slider of each circuit, warm, to values that it
 * had not before. No test of what it does: {@code mvn -B -f web/pom.xml verify
 * -Dtest=SliderBenchmark} runs it, with {@code -Dfiles=pico,zisk} for these files alone. Processor
 * time is read from Linux.
 */
class SliderBenchmark {
  @RegisterExtension private static final Page page = new Page();

  /** Sliders that are moved, of each file: each circuit has one at least. */
  private static final int MOST = 20;

  private static final int QUIET = 500; // milliseconds: then the page has done what it puts off

  private static final double NANOSECONDS = 1e6; // in a millisecond

  private static final String SLIDERS =
      """
      return [...document.querySelectorAll('.lever input[type=range]')].map(
          each => [each, each.value, each.min, each.max].map(
              (of, i) => i ? Number(of) : of.getAttribute('aria-label')));
      """;

  /**
   * Moves a slider to each of some values, each as soon as the last is answered and laid out; gives
   * the milliseconds of each, -1 where the value is refused.
   */
  private static final String MOVE =
      """
      const [label, values, done] = [...arguments];
      const slider = [...document.querySelectorAll('.lever input[type=range]')]
          .find(each => each.getAttribute('aria-label') === label);
      const answered = () => new Promise(resolve => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(document.body.offsetHeight);
        });
        for (const id of ['cards', 'errors']) {
          observer.observe(document.getElementById(id), {childList: true});
        }
      });
      (async () => {
        const times = [];
        for (const value of values) {
          const begin = performance.now();
          const answer = answered();
          slider.value = value;
          slider.dispatchEvent(new Event('input', {bubbles: true}));
          await answer;
          times.push(document.getElementById('errors').hidden ? performance.now() - begin : -1);
        }
        return times;
      })().then(done, error => done(String(error)));
      """;

  /** What levers buy is told in a worker of its own, later: here it would be counted, too. */
  private static final String NO_LEVERS =
      """
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message) {
        if (message.request?.command !== 'levers') {
          post.call(this, message);
        }
      };
      """;

  /**
   * Moves of one slider.
   *
   * @param slider whose
   * @param clock milliseconds by the clock, of each on average
   * @param processors milliseconds of the processors, all threads of the page, of each on average
   */
  private record Moves(String slider, double clock, double processors) {}

  @ParameterizedTest
  @ValueSource(strings = {"may-2026", "september-2026"})
  void moves(String bounds) throws Exception {
    System.out.printf(
        "%n--bounds %-14s %10s %16s %16s%n%-22s %12s %8s %8s %8s%n",
        bounds,
        "",
        "processors, ms",
        "by the clock, ms",
        "file",
        "moves",
        "median",
        "worst",
        "median");
    try (AutoCloseable figuresAlone = page.browser().beforeScripts(NO_LEVERS)) {
      for (String file : files()) {
        page.open(
            "#zkvm=" + file + (bounds.equals(BoundSet.MAY_2026.word()) ? "" : "&bounds=" + bounds));
        print(file, ofAll(circuits()));
      }
    }
  }

  private static void print(String file, List<Moves> moves) {
    Moves worst = moves.stream().max(Comparator.comparing(Moves::processors)).orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "%-22s %12d %8.1f %8.1f %8.1f %8.1f   %s%n",
        file,
        moves.size(),
        median(moves, Moves::processors),
        worst.processors(),
        median(moves, Moves::clock),
        moves.stream().mapToDouble(Moves::clock).max().orElseThrow(),
        worst.slider());
  }

  private static List<String> files() throws IOException {
    String asked = System.getProperty("files", "");
    return Requests.files().keySet().stream()
        .map(name -> name.replace(".toml", ""))
        .filter(name -> asked.isEmpty() || List.of(asked.split(",")).contains(name))
        .toList();
  }

  private static double median(List<Moves> moves, ToDoubleFunction<Moves> figure) {
    double[] sorted = moves.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static List<?> circuits() {
    String names = "return [...document.getElementById('circuit').options].map(each => each.value)";
    return (List<?>) page.browser().run(names);
  }

  /** Some sliders of each circuit: others from one to the next, so that of many alike all are. */
  private static List<Moves> ofAll(List<?> circuits) throws Exception {
    List<Moves> moves = new ArrayList<>();
    int sliders = (MOST + circuits.size() - 1) / circuits.size();
    for (int round = 0; round < 2; round++) { // the first one warms up
      moves.clear();
      for (int i = 0; i < circuits.size(); i++) {
        page.put("circuit", (String) circuits.get(i));
        Thread.sleep(QUIET);
        List<?> all = (List<?>) page.browser().run(SLIDERS);
        for (int j = 0; j < Math.min(sliders, all.size()); j++) {
          List<?> slider = (List<?>) all.get((i * sliders + j) % all.size());
          of((String) circuits.get(i), slider, 1 + round).ifPresent(moves::add);
        }
      }
    }
    return moves;
  }

  /** Two moves, and back; nothing where there is no room for them, or one is refused. */
  private static Optional<Moves> of(String circuit, List<?> slider, int step) throws IOException {
    String label = (String) slider.get(0);
    long value = (Long) slider.get(1);
    int steps = value + 2 * step > (Long) slider.get(3) ? -step : step;
    if (value + 2 * steps < (Long) slider.get(2)) {
      return Optional.empty();
    }
    long before = processorTime();
    List<Double> times = move(label, List.of(value + steps, value + 2 * steps));
    double processors = (processorTime() - before) / NANOSECONDS / times.size();
    move(label, List.of(value));
    double clock = times.stream().mapToDouble(time -> time).average().orElseThrow();
    return times.contains(-1.0)
        ? Optional.empty()
        : Optional.of(new Moves(circuit + " " + label, clock, processors));
  }

  private static List<Double> move(String label, List<Long> values) {
    List<Double> times = new ArrayList<>();
    for (Object time : (List<?>) page.browser().driver().executeAsyncScript(MOVE, label, values)) {
      times.add(((Number) time).doubleValue());
    }
    return times;
  }

  /** Nanoseconds that the threads of pages were at work up to now. */
  private static long processorTime() throws IOException {
    long time = 0;
    for (ProcessHandle each : ProcessHandle.current().descendants().toList()) {
      Path process = Path.of("/proc/" + each.pid());
      if (read(process.resolve("cmdline")).contains("--type=renderer")) {
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
          for (Path thread : threads.toList()) {
            time += Long.parseLong(read(thread.resolve("schedstat")).split(" ")[0]);
          }
        }
      }
    }
    return time;
  }

  /** What Linux says of a process or thread; 0 where it has ended since it was listed. */
  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException ended) {
      return "0";
    }
  }
}
