package org.soundcalc.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;

/** Configurations that cannot be, and what is wrong with them. */
public final class Violations {
  private Violations() {}

  /** A valid configuration with another value of a key, and the problems of that. */
  public static <C, T> Arguments of(Key<C, T> key, C valid, T bad, String... problems) {
    Callable<C> maker = () -> key.with(valid, bad);
    return Arguments.of(key.name() + " = " + bad, maker, List.of(problems));
  }

  /** A valid circuit with another value of the key of this label, and the problems of that. */
  @SuppressWarnings("unchecked") // the tests give values of the key's type
  public static Arguments of(String label, Circuit valid, Object bad, String... problems) {
    Key<Circuit, ?> key =
        Stream.concat(CommonKeys.circuit().stream(), valid.keys().stream())
            .filter(one -> one.label().equals(label))
            .findFirst()
            .orElseThrow();
    Callable<Circuit> maker = () -> ((Key<Circuit, Object>) key).with(valid, bad);
    return Arguments.of(label + " = " + bad, maker, List.of(problems));
  }

  /** Something is refused, with these problems and no others. */
  public static void assertRefused(Callable<?> maker, List<String> problems) {
    InvalidConfiguration refused = catchThrowableOfType(InvalidConfiguration.class, maker::call);
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.problems())
        .extracting(Problem::toString)
        .containsExactlyElementsOf(problems);
  }

  /** What a key reads it also writes, and nothing but that. */
  public static void assertKeysAreHeld(Circuit circuit) {
    assertThat(circuit.keys()).isNotEmpty().allMatch(Key::isHeld);
    circuit
        .keys()
        .forEach(
            key ->
                assertThat(rewritten(circuit, key).parameters()).isEqualTo(circuit.parameters()));
  }

  /** The circuit with the value that a key of it has. */
  public static <T> Circuit rewritten(Circuit circuit, Key<Circuit, T> key) {
    return key.with(circuit, key.get(circuit));
  }

  /**
   * These are the records of a test's package whose constructor does more than to keep what it is
   * given: a new one wants its rules broken too.
   */
  public static void assertRecordsWithRules(Class<?> test, List<Class<?>> records) {
    String itsPackage = test.getPackageName();
    assertThat(recordsWithRules(itsPackage).getOrDefault(itsPackage, Set.of()))
        .containsExactlyInAnyOrderElementsOf(records.stream().map(Class::getName).toList());
  }

  /** The names of these records by their packages, at a package and below. */
  public static Map<String, Set<String>> recordsWithRules(String root) {
    // of classes elsewhere their names are enough: they are not looked up
    JavaClasses classes =
        ArchConfiguration.withThreadLocalScope(
            configuration -> {
              configuration.setResolveMissingDependenciesFromClassPath(false);
              return new ClassFileImporter()
                  .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                  .withImportOption(Violations::mayBeRecord)
                  .importPackages(root);
            });
    return classes.stream()
        .filter(Violations::hasRules)
        .collect(
            Collectors.groupingBy(
                JavaClass::getPackageName,
                Collectors.mapping(JavaClass::getName, Collectors.toSet())));
  }

  /** Most classes are none, and name their parent in their file: they are not taken apart. */
  private static boolean mayBeRecord(Location location) {
    try (InputStream file = location.asURI().toURL().openStream()) {
      return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1)
          .contains("java/lang/Record");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasRules(JavaClass type) {
    return type.isRecord()
        && type.getConstructors().stream()
            .map(constructor -> constructor.getCallsFromSelf())
            .filter(calls -> calls.stream().anyMatch(call -> isSuper(call.getTargetOwner())))
            .anyMatch(calls -> calls.stream().anyMatch(call -> !isSuper(call.getTargetOwner())));
  }

  private static boolean isSuper(JavaClass owner) {
    return owner.isEquivalentTo(Record.class);
  }
}
