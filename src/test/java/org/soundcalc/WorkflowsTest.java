package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.ShellRun;
import org.soundcalc.testing.Yaml;
import tools.jackson.databind.JsonNode;

/** What runs on GitHub for this repository: which code of others, and what it may do. */
class WorkflowsTest {
  private static final Path WORKFLOWS = Path.of(".github", "workflows");
  private static final Pattern USES = Pattern.compile("(?m)^[ -]*uses: (\\S+)(.*)$");
  private static final Pattern PINNED = Pattern.compile("([\\w./-]+)@([0-9a-f]{40})");

  @TempDir private Path temporary;

  static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(WORKFLOWS)) {
      return files.sorted().toList();
    }
  }

  private static JsonNode read(String workflow) throws IOException {
    return Yaml.read(Files.readString(WORKFLOWS.resolve(workflow)));
  }

  /** A tag can be moved, a commit cannot; its version is for those who read. */
  @Test
  void codeOfOthersIsNamedByItsCommit() throws IOException {
    List<Path> files = new ArrayList<>(workflows());
    files.add(Path.of("action.yml"));
    files.add(ContinuousIntegrationIT.PAGE);
    Map<String, String> commits = new HashMap<>();
    for (Path file : files) {
      Matcher uses = USES.matcher(Files.readString(file));
      while (uses.find()) {
        if (uses.group(1).equals("OWNER/soundcalc@REF")) {
          continue;
        }
        Matcher pinned = PINNED.matcher(uses.group(1));
        assertThat(pinned.matches()).as(file + ": " + uses.group()).isTrue();
        assertThat(uses.group(2)).as(file + ": " + uses.group()).matches(" # v\\d+\\.\\d+\\.\\d+");
        String release = pinned.group(2) + uses.group(2);
        String other = commits.putIfAbsent(pinned.group(1), release);
        assertThat(release).as(pinned.group(1)).isEqualTo(other == null ? release : other);
      }
    }
    assertThat(commits).containsKeys("actions/checkout", "actions/cache", "actions/setup-java");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyJobReadsAndNoMoreUnlessItSaysSo(Path file) throws IOException {
    JsonNode workflow = Yaml.read(Files.readString(file));
    assertThat(workflow.get("permissions")).hasToString("{\"contents\":\"read\"}");
    for (JsonNode job : workflow.get("jobs")) {
      assertThat(job.get("timeout-minutes").asInt()).isPositive();
      for (JsonNode step : job.get("steps")) {
        assertThat(step.path("run").asString("")).doesNotContain("${{");
        if (step.path("uses").asString("").startsWith("actions/checkout@")) {
          assertThat(step.at("/with/persist-credentials").asBoolean(true)).isFalse();
        }
      }
    }
  }

  /** What builds runs code of many others, and so may not write. */
  @Test
  void onlyTheJobThatPublishesWrites() throws IOException {
    JsonNode jobs = read("release.yml").get("jobs");
    assertThat(jobs.get("build").has("permissions")).isFalse();
    assertThat(jobs.at("/publish/permissions"))
        .hasToString("{\"contents\":\"write\",\"id-token\":\"write\",\"attestations\":\"write\"}");
    assertThat(jobs.at("/publish/needs").asString()).isEqualTo("build");
    assertThat(read("ci.yml").get("jobs")).allMatch(job -> !job.has("permissions"));
  }

  @Test
  void pullRequestsHaveTheirLibrariesReviewed() throws IOException {
    JsonNode ci = read("ci.yml");
    assertThat(ci.get("on").has("pull_request")).isTrue();
    assertThat(ci.at("/jobs/verify/steps/2/run").asString()).isEqualTo(".ci/run");
    assertThat(ci.at("/jobs/dependencies/steps/1/uses").asString())
        .startsWith("actions/dependency-review-action@");
  }

  /** The files that are signed are those whose sums are published, by what publishes them. */
  @Test
  void whatIsPublishedIsAttested() throws IOException {
    JsonNode steps = read("release.yml").at("/jobs/publish/steps");
    assertThat(steps.at("/1/uses").asString()).startsWith("actions/attest-build-provenance@");
    assertThat(steps.at("/1/with/subject-checksums").asString()).isEqualTo("release/SHA256SUMS");
    assertThat(steps.at("/2/run").asString())
        .startsWith("gh release create ")
        .endsWith(" release/*");
  }

  private ShellRun tagged(String tag) throws Exception {
    return build(1, Map.of("GITHUB_REF_NAME", tag, "RUNNER_TEMP", temporary.toString()));
  }

  private static ShellRun build(int step, Map<String, String> environment) throws Exception {
    String script = read("release.yml").at("/jobs/build/steps/" + step + "/run").asString();
    return ShellRun.of(
        Path.of("").toAbsolutePath(), environment, List.of("bash", "-e", "-c", script));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the step is a shell script")
  void theTagOfTheVersionIsReleasedWithWhatTheChangelogTells() throws Exception {
    ShellRun run = tagged("v" + version());
    assertThat(run.code()).as(run.output()).isZero();
    assertThat(Files.readString(temporary.resolve("notes.md")))
        .contains("### ")
        .doesNotContain("[Unreleased]", "\n## ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v9.9.9", "0.1.0", "v"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the step is a shell script")
  void anotherTagIsRefused(String tag) throws Exception {
    ShellRun run = tagged(tag);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.output())
        .isEqualTo(
            "::error::the tag is %1$s, but pom.xml has version %2$s; tag v%2$s, or change pom.xml%n"
                .formatted(tag, version()));
  }

  /** A library that says it comes from elsewhere sends its users there. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the step is a shell script")
  void aReleaseNamesTheRepositoryThatPublishesIt() throws Exception {
    URI url = URI.create(inPom("<repository.url>(.*)</repository.url>"));
    Map<String, String> its =
        Map.of(
            "GITHUB_SERVER_URL",
            url.getScheme() + "://" + url.getHost(),
            "GITHUB_REPOSITORY",
            url.getPath().substring(1));
    ShellRun run = build(2, its);
    assertThat(run.code()).as(run.output()).isZero();
    run =
        build(
            2,
            Map.of("GITHUB_SERVER_URL", "https://github.com", "GITHUB_REPOSITORY", "fork/other"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.output())
        .isEqualTo(
            ("::error::repository.url in pom.xml is %s, but the release is one of"
                    + " https://github.com/fork/other; set it to that%n")
                .formatted(url));
  }

  /** An example's account may belong to somebody: what programs read names none. */
  @Test
  void whatProgramsReadHasNoAddressOfAnExample() throws IOException {
    for (String file : List.of("pom.xml", "CITATION.cff", "Containerfile", "mvnw", "soundcalc")) {
      assertThat(Files.readString(Path.of(file))).as(file).doesNotContain("OWNER");
    }
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<url>${repository.url}</url>", "<connection>scm:git:${repository.url}.git<");
  }

  private static String version() throws IOException {
    return inPom("<artifactId>soundcalc</artifactId>\\s*<version>(.*)</version>");
  }

  private static String inPom(String pattern) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of("pom.xml")));
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
