package org.soundcalc.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.GeneratorAdapter;

/** The step of the build that makes nested classes of lambdas changes nothing that they do. */
class LambdaClassesTest {
  /** One of each kind of target, of captured value and of conversion. */
  private static final String SOURCE =
      """
      import java.io.Serializable;
      import java.util.*;
      import java.util.function.*;

      public class Sample implements Supplier<String> {
        private final StringBuilder said = new StringBuilder();
        private final int field = 3;

        interface Pair<A> { A get(A one, int other); }
        interface Sink { void take(long number); }
        interface Private {
          default String open() { Supplier<String> hidden = this::hidden; return hidden.get(); }
          private String hidden() { return "hidden"; }
        }
        record Both(int one, List<String> other) {}
        static class Parent { protected String name() { return "parent"; } }
        static class Child extends Parent {
          @Override protected String name() { return "child"; }
          Supplier<String> parents() { return super::name; }
        }
        class Inner {
          private final int more = field + 1;
          IntSupplier sum() { return () -> more + field; }
        }
        enum Word { ONE, TWO }

        static long wide(long one, double other) { return one + (long) other; }
        static int twice(int number) { return 2 * number; }
        static Integer boxed(int number) { return number; }
        static String all(Object... given) { return Arrays.toString(given); }
        private String mine(String word) { return word + field; }
        StringBuilder sink() { return said; }
        <X extends Comparable<X>> X most(List<X> list) { return list.stream().max(X::compareTo).get(); }

        void say(Object word) { said.append(word).append('\\n'); }

        @Override
        public String get() {
          Function<String, String> bound = this::mine;
          say(bound.apply("a"));
          ToIntFunction<Map.Entry<String, Integer>> unboxed = Map.Entry::getValue;
          say(unboxed.applyAsInt(Map.entry("k", 5)));
          ToLongFunction<Map.Entry<String, Integer>> widened = Map.Entry::getValue;
          say(widened.applyAsLong(Map.entry("k", 6)));
          LongSupplier next = List.of(7).iterator()::next;
          say(next.getAsLong());
          BiFunction<Integer, Double, Long> both = Sample::wide;
          say(both.apply(2, 3.0));
          IntFunction<Integer> box = Sample::boxed;
          say(box.apply(9));
          IntToLongFunction longer = Sample::twice;
          say(longer.applyAsLong(4));
          Function<Object, String> several = Sample::all;
          say(several.apply("x"));
          Function<Integer, int[]> array = int[]::new;
          say(array.apply(3).length);
          BiFunction<Integer, List<String>, Both> maker = Both::new;
          say(maker.apply(1, List.of("z")));
          Supplier<Inner> inner = () -> this.new Inner();
          say(inner.get().sum().getAsInt());
          say(new Private() {}.open());
          say(new Child().parents().get());
          say(most(List.of(3, 7, 5)));
          Sink dropped = sink()::append;
          dropped.take(8);
          Runnable serial = (Runnable & Serializable) () -> say("serial");
          serial.run();
          byte aByte = 1; short aShort = 2; char aChar = 'c'; long aLong = 4; float aFloat = 5; double aDouble = 6;
          boolean aBoolean = true;
          Supplier<String> captured = () -> "" + aByte + aShort + aChar + aLong + aFloat + aDouble + aBoolean;
          say(captured.get());
          Function<Word, String> virtual = Word::name;
          say(virtual.apply(Word.TWO));
          Pair<String> part = String::substring;
          say(part.get("hello", 2));
          ToDoubleFunction<Integer> asDouble = i -> i;
          say(asDouble.applyAsDouble(2));
          Comparator<String> order = Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder());
          say(Stream(List.of("bb", "a", "cc"), order));
          Supplier<Supplier<String>> nested = () -> () -> said.isEmpty() ? "" : "nested";
          say(nested.get().get());
          return said.toString();
        }

        static List<String> Stream(List<String> list, Comparator<String> order) {
          return list.stream().sorted(order).toList();
        }
      }
      """;

  /** What compilers made, once for all: they and their starts take longest. */
  @TempDir private static Path made;

  private static Path sample;
  private static URLClassLoader loader;
  private static Method step;

  @TempDir private Path folder;

  @BeforeAll
  static void compile() throws Exception {
    Path source = Files.writeString(made.resolve("Sample.java"), SOURCE);
    sample = compiled("sample", source);
    Path steps;
    try (Stream<Path> sources = Files.list(Path.of("src", "build"))) {
      steps = compiled("step", sources.toArray(Path[]::new));
    }
    URL[] places = {steps.toUri().toURL()};
    loader = new URLClassLoader(places, LambdaClassesTest.class.getClassLoader());
    step = loader.loadClass("LambdaClasses").getDeclaredMethod("main", String[].class);
    step.setAccessible(true); // its class is for the build alone
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @Test
  void doWhatTheLambdasDid() throws Exception {
    Path before = copied("before");
    Path after = copied("after");

    rewrite(after);

    assertThat(names(before)).noneMatch(name -> name.contains("$Lambda"));
    assertThat(lambdas(before)).isGreaterThan(20);
    assertThat(lambdas(after))
        .as("what asks for serialization, where it is made and read back")
        .isEqualTo(2);
    assertThat(said(after)).isEqualTo(said(before)).contains("parent\n", "hidden\n", "nested\n");
  }

  /** Those of Java's interfaces are in one class, those of another in one of their own. */
  @Test
  void shareClasses() throws Exception {
    Path classes = copied("classes");

    rewrite(classes);

    assertThat(names(classes))
        .filteredOn(name -> name.startsWith("Sample$Lambda"))
        .containsExactly("Sample$Lambda0.class", "Sample$Lambda1.class", "Sample$Lambda2.class");
  }

  @Test
  void haveAClassEachWhereClassesAreNotSaidToShare() throws Exception {
    Path classes = copied("classes");
    long lambdas = lambdas(classes);

    rewrite(classes, "Other.*");

    assertThat(names(classes))
        .filteredOn(name -> name.contains("$Lambda"))
        .hasSize((int) lambdas - 2);
    assertThat(said(classes)).isEqualTo(said(sample));
  }

  @Test
  void noClassIsTooLargeToBeCompiled() throws Exception {
    String lambdas =
        IntStream.range(0, 150)
            .mapToObj(i -> "s += ((IntSupplier) () -> %d + more).getAsInt();".formatted(i))
            .collect(Collectors.joining());
    Path source =
        Files.writeString(
            folder.resolve("Sample.java"),
            """
            import java.util.function.*;
            public class Sample implements Supplier<String> {
              public String get() { int s = 0; int more = 1; %s return "" + s; }
            }
            """
                .formatted(lambdas));
    Path classes = compiled("many", source);

    rewrite(classes);

    assertThat(names(classes)).filteredOn(name -> name.startsWith("Sample$Lambda")).hasSize(3);
    assertThat(said(classes)).isEqualTo("" + (150 * 149 / 2 + 150));
  }

  /** Or a class of several would answer for one of them what only another asks. */
  @Test
  void noneOfJavasInterfacesHasAMethodThatAnotherGivesABody() throws Exception {
    Map<String, Set<Class<?>>> bodies = new TreeMap<>();
    Map<String, Set<Class<?>>> all = new TreeMap<>();
    for (Class<?> type : functionalInterfaces()) {
      for (Method method : type.getMethods()) {
        if (!Modifier.isStatic(method.getModifiers())) {
          String key =
              method.getName()
                  + MethodType.methodType(method.getReturnType(), method.getParameterTypes());
          all.computeIfAbsent(key, none -> new HashSet<>()).add(method.getDeclaringClass());
          if (method.isDefault()) {
            bodies.computeIfAbsent(key, none -> new HashSet<>()).add(method.getDeclaringClass());
          }
        }
      }
    }

    assertThat(bodies).hasSizeGreaterThan(20);
    assertThat(bodies.keySet()).allSatisfy(key -> assertThat(all.get(key)).as(key).hasSize(1));
  }

  private static List<Class<?>> functionalInterfaces() throws Exception {
    List<Class<?>> found = new ArrayList<>(List.of(Comparator.class, Callable.class));
    Path functions =
        FileSystems.getFileSystem(URI.create("jrt:/"))
            .getPath("/modules/java.base/java/util/function");
    for (String name : names(functions)) {
      found.add(Class.forName("java.util.function." + name.replace(".class", "")));
    }
    return found;
  }

  private static long lambdas(Path classes) throws IOException {
    AtomicLong count = new AtomicLong();
    for (String name : names(classes)) {
      new ClassReader(Files.readAllBytes(classes.resolve(name)))
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(
                    int access,
                    String method,
                    String descriptor,
                    String signature,
                    String[] thrown) {
                  return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitInvokeDynamicInsn(
                        String method, String descriptor, Handle bootstrap, Object... arguments) {
                      if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
                        count.incrementAndGet();
                      }
                    }
                  };
                }
              },
              0);
    }
    return count.get();
  }

  @Test
  void aSecondTimeChangesNothing() throws Exception {
    Path classes = copied("classes");
    rewrite(classes);
    List<String> names = names(classes);
    byte[] once = Files.readAllBytes(classes.resolve("Sample.class"));

    rewrite(classes);

    assertThat(names(classes)).isEqualTo(names);
    assertThat(classes.resolve("Sample.class")).hasBinaryContent(once);
  }

  /** As where a source was changed since, or the build was cut short. */
  @Test
  void whatIsLeftOfAnEarlierTimeIsNotKept() throws Exception {
    Path classes = copied("classes");
    rewrite(classes);
    List<String> names = names(classes);
    Files.copy(classes.resolve("Sample$Lambda0.class"), classes.resolve("Sample$Lambda99.class"));
    Path anew = copied("anew");
    Files.copy(
        anew.resolve("Sample$Inner.class"),
        classes.resolve("Sample$Inner.class"),
        StandardCopyOption.REPLACE_EXISTING);

    rewrite(classes);

    assertThat(names(classes)).isEqualTo(names);
    assertThat(said(classes)).isEqualTo(said(anew));
  }

  private static Path compiled(String name, Path... sources) throws Exception {
    Path classes = Files.createDirectories(made.resolve(name));
    String asm = jarOf(ClassReader.class) + File.pathSeparator + jarOf(GeneratorAdapter.class);
    List<String> arguments =
        new ArrayList<>(
            List.of("--release", "17", "-nowarn", "-cp", asm, "-d", classes.toString()));
    Stream.of(sources).map(Path::toString).forEach(arguments::add);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    return classes;
  }

  private static Path jarOf(Class<?> inJar) throws Exception {
    return Path.of(inJar.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** The classes of the sample as the compiler made them, in a folder of their own. */
  private Path copied(String name) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    for (String file : names(sample)) {
      Files.copy(sample.resolve(file), classes.resolve(file));
    }
    return classes;
  }

  /** In this process, whose class path has what the build gives it. */
  private static void rewrite(Path classes) throws Exception {
    rewrite(classes, ".*");
  }

  private static void rewrite(Path classes, String sharing) throws Exception {
    step.invoke(null, (Object) new String[] {classes.toString(), sharing});
  }

  private static List<String> names(Path classes) throws IOException {
    try (Stream<Path> files = Files.list(classes)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String said(Path classes) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      return ((Supplier<?>) loader.loadClass("Sample").getConstructor().newInstance())
          .get()
          .toString();
    }
  }
}
