package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The second parser costs a tenth of a second: files that are TOML do not pay for it. */
class LazinessTest {
  @Test
  void onlyBrokenFilesLoadTheSecondParser() throws IOException, ReflectiveOperationException {
    String sound = Loading.ZKEVM + Loading.CIRCUIT;

    assertThat(loadsSecondParser(sound)).isFalse();
    assertThat(loadsSecondParser(sound + "num_columns = 13\n")).isFalse();
    assertThat(loadsSecondParser(sound.replace("10", "-3"))).isFalse();
    assertThat(loadsSecondParser(sound.replace("10", ""))).isTrue();
  }

  private static boolean loadsSecondParser(String toml)
      throws IOException, ReflectiveOperationException {
    URL[] path =
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(LazinessTest::url)
            .toArray(URL[]::new);
    try (Recording loader = new Recording(path)) {
      Class<?> loading = Class.forName(Loading.class.getName(), true, loader);
      var load = loading.getDeclaredMethod("load", String.class, String[].class);
      load.setAccessible(true);
      load.invoke(null, toml, new String[0]);
      return loader.names.stream().anyMatch(name -> name.startsWith("org.tomlj."));
    }
  }

  private static URL url(String entry) {
    try {
      return java.nio.file.Path.of(entry).toUri().toURL();
    } catch (java.net.MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  /** Loads everything anew and remembers what. */
  private static final class Recording extends URLClassLoader {
    private final Set<String> names = new HashSet<>();

    Recording(URL[] path) {
      super(Arrays.copyOf(path, path.length), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      names.add(name);
      return super.findClass(name);
    }
  }
}
