package org.soundcalc.io.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.testing.GitFolder;

class RepositoryTest {
  @TempDir private static Path shared;
  private static GitFolder twoCommits;

  @TempDir private Path folder;
  private GitFolder git;

  @BeforeAll
  static void commits() throws IOException, InterruptedException {
    twoCommits = GitFolder.in(shared);
    twoCommits.write("zkvms/b.toml", "b = 1\n");
    twoCommits.write("zkvms/a.toml", "a = 1\n");
    twoCommits.write("zkvms/notes.md", "notes\n");
    twoCommits.write("zkvms/deeper.toml/c.toml", "c = 1\n");
    twoCommits.commit("one", 1);
    twoCommits.write("zkvms/a.toml", "a = 2\n");
    twoCommits.commit("two", 2);
  }

  @BeforeEach
  void repository() throws IOException {
    git = twoCommits.copiedTo(folder.resolve("repository"));
  }

  private Repository opened() {
    return Repository.around(git.root().resolve("zkvms"));
  }

  private String read(String revision, String path) {
    try (Repository repository = opened()) {
      Snapshot snapshot = repository.at(revision);
      return new String(snapshot.read(snapshot.file(path)), StandardCharsets.UTF_8);
    }
  }

  @Test
  void filesAreThoseOfTheRevision() {
    assertThat(read("HEAD", "zkvms/a.toml")).isEqualTo("a = 2\n");
    assertThat(read("main~1", "zkvms/a.toml")).isEqualTo("a = 1\n");
    assertThat(read("HEAD^{/one}", "zkvms/a.toml")).isEqualTo("a = 1\n");
    try (Repository repository = opened()) {
      assertThat(repository.at("HEAD").files("zkvms", ".toml"))
          .extracting(RevisionFile::name)
          .containsExactly("a.toml", "b.toml");
      assertThat(repository.at("HEAD").file("zkvms/b.toml"))
          .isEqualTo(repository.at("HEAD~1").file("zkvms/b.toml"));
      assertThat(repository.at("HEAD").commit().date())
          .isEqualTo(Instant.parse("2026-01-02T12:00:00Z"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "--upload-pack=x", "-h", "HEAD\nHEAD", "HEAD:zkvms", "", "@{"})
  void whatNamesNoCommitIsSaid(String revision) {
    try (Repository repository = opened()) {
      assertThatThrownBy(() -> repository.at(revision))
          .isInstanceOf(RevisionException.class)
          .hasMessageContaining("names no commit of the repository");
    }
  }

  @Test
  void whatIsNoFileOfTheRepositoryIsSaid() throws IOException, InterruptedException {
    Files.createSymbolicLink(git.root().resolve("zkvms/link.toml"), Path.of("a.toml"));
    git.write("large.toml", "x".repeat(Limits.FILE_BYTES + 1));
    git.write("lfs.toml", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n");
    Files.createDirectory(git.root().resolve("module"));
    git.git("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",module");
    git.commit("odd", 3);
    refused("zkvms/none.toml", "there is no such file or folder at HEAD");
    refused("zkvms/a.toml/x", "there is no such file or folder at HEAD");
    refused("zkvms/link.toml", "at HEAD zkvms/link.toml is a symbolic link");
    refused("module/a.toml", "at HEAD module is a submodule");
    refused("large.toml", "the file has over 4 MiB");
    refused("lfs.toml", "a pointer of Git LFS");
    try (Repository repository = opened()) {
      Snapshot snapshot = repository.at("HEAD");
      assertThatThrownBy(() -> snapshot.files("zkvms", ".toml")).hasMessageContaining("link.toml");
    }
  }

  private void refused(String path, String message) {
    assertThatThrownBy(() -> read("HEAD", path))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining(message);
  }

  @Test
  void folderOutsideOfRepositoriesIsSaid() {
    assertThatThrownBy(() -> Repository.around(folder.resolve("none/a.toml")))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("is in no git repository");
  }

  /** What a repository's configuration would run for people is not run for a program. */
  @Test
  void noProgramOfTheConfigurationRuns() throws IOException, InterruptedException {
    Path trace = folder.resolve("ran");
    Path script = Files.writeString(folder.resolve("run"), "#!/bin/sh\ntouch " + trace + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    for (String key :
        new String[] {
          "core.fsmonitor",
          "core.pager",
          "core.sshCommand",
          "diff.toml.textconv",
          "diff.external",
          "gpg.program",
          "filter.toml.smudge",
          "alias.cat-file",
          "alias.rev-list"
        }) {
      git.git("config", key, script.toString());
    }
    git.git("config", "log.showSignature", "true");
    git.write(".gitattributes", "*.toml diff=toml filter=toml\n");
    Files.writeString(git.root().resolve(".git/info/attributes"), "*.toml diff=toml filter=toml\n");
    assertThat(read("HEAD", "zkvms/a.toml")).isEqualTo("a = 2\n");
    try (Repository repository = opened()) {
      repository.history("HEAD~1..HEAD", List.of("zkvms"), 10);
    }
    assertThat(trace).doesNotExist();
  }

  @Test
  void historyIsOfTheFilesAskedForTheNewestFirst() throws IOException, InterruptedException {
    git.write("other.txt", "x");
    git.commit("other", 3);
    git.write("zkvms/a.toml", "a = 3\n");
    String last = git.commit("three", 4);
    try (Repository repository = opened()) {
      History all = repository.history("HEAD~3..", List.of("zkvms"), 10);
      assertThat(all.commits())
          .extracting(commit -> commit.date().toString().substring(0, 10))
          .containsExactly("2026-01-02", "2026-01-04");
      assertThat(all.before()).isEqualTo(all.from()).isEqualTo(repository.at("main~3").commit());
      History newest = repository.history("HEAD~3..HEAD", List.of("zkvms"), 1);
      assertThat(newest.isCut()).isTrue();
      assertThat(newest.total()).isEqualTo(2);
      assertThat(newest.commits()).extracting(Commit::hash).containsExactly(last);
      assertThat(newest.before()).isEqualTo(repository.at("HEAD~1").commit());
      History none = repository.history("HEAD..HEAD", List.of(""), 5);
      assertThat(none.commits()).isEmpty();
      // a name that git would take for a pattern is a name
      assertThat(repository.history("HEAD~3..", List.of(":(glob)zkvms/*"), 5).total()).isZero();
    }
  }

  /** A branch that was merged counts as its merge: the states of main alone were main's. */
  @Test
  void mergeIsOneCommit() throws IOException, InterruptedException {
    git.git("checkout", "--quiet", "-b", "topic");
    git.write("zkvms/b.toml", "b = 2\n");
    git.commit("topic 1", 3);
    git.write("zkvms/b.toml", "b = 3\n");
    git.commit("topic 2", 4);
    git.git("checkout", "--quiet", "main");
    git.git("merge", "--quiet", "--no-ff", "-m", "merge", "topic");
    try (Repository repository = opened()) {
      assertThat(repository.history("HEAD~1..HEAD", List.of("zkvms"), 10).commits())
          .containsExactly(repository.at("HEAD").commit());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD, is no range of revisions",
    "HEAD...HEAD, is no range of revisions",
    ".., is no range of revisions",
    "none..HEAD, none names no commit",
  })
  void rangeThatIsNoneIsSaid(String range, String message) {
    try (Repository repository = opened()) {
      assertThatThrownBy(() -> repository.history(range, List.of("zkvms"), 10))
          .isInstanceOf(RevisionException.class)
          .hasMessageContaining(message);
    }
  }

  @Test
  void cloneWithoutHistoryIsSaid() throws IOException, InterruptedException {
    git.git("clone", "--quiet", "--depth=1", "file://" + git.root(), folder + "/shallow");
    try (Repository repository = Repository.around(folder.resolve("shallow"))) {
      assertThatThrownBy(() -> repository.at("HEAD~1")).hasMessageContaining("fetch --unshallow");
      assertThatThrownBy(() -> repository.history("HEAD..HEAD", List.of(""), 10))
          .hasMessageContaining("fetch --unshallow");
    }
  }

  @Test
  void contentThatAPartialCloneLacksIsNotFetched() throws IOException, InterruptedException {
    git.git("config", "uploadpack.allowFilter", "true");
    String address = "file://" + git.root();
    git.git("clone", "--quiet", "--filter=blob:none", address, folder + "/partial");
    try (Repository repository = Repository.around(folder.resolve("partial"))) {
      Snapshot snapshot = repository.at("HEAD~1");
      assertThatThrownBy(() -> snapshot.read(snapshot.file("zkvms/a.toml")))
          .hasMessageContaining("git fetch --refetch --no-filter");
    }
  }
}
