package org.soundcalc;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.model.Family;
import org.soundcalc.model.Regime;

/** Packages flow one way, and nothing names a plug-in. */
@AnalyzeClasses(packages = "org.soundcalc", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** A family or regime, or a class nested in one. */
  private static final DescribedPredicate<JavaClass> PLUG_IN =
      describe(
          "plug-ins",
          found ->
              Stream.iterate(
                      Optional.of(found), Optional::isPresent, c -> c.get().getEnclosingClass())
                  .anyMatch(
                      c ->
                          c.get().isAssignableTo(Family.class)
                              || c.get().isAssignableTo(Regime.class)));

  @ArchTest
  static final ArchRule PACKAGES_FLOW_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("org.soundcalc.cli..")
          .layer("io")
          .definedBy("org.soundcalc.io..")
          .layer("analysis")
          .definedBy("org.soundcalc.analysis..")
          .optionalLayer("search")
          .definedBy("org.soundcalc.search..")
          .layer("protocols")
          .definedBy("org.soundcalc.protocols..")
          .layer("regimes")
          .definedBy("org.soundcalc.regimes..")
          .layer("model")
          .definedBy("org.soundcalc.model..")
          .layer("math")
          .definedBy("org.soundcalc.math..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("protocols")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("regimes")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("io")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("analysis")
          .mayOnlyBeAccessedByLayers("cli", "io")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("cli", "io", "analysis")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("cli", "io", "analysis", "search", "protocols", "regimes");

  @ArchTest
  static final ArchRule MATH_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("org.soundcalc.math..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("org.soundcalc.math..", "java..");

  /** Programs come in by it; what is inside does not go out and in again. */
  @ArchTest
  static final ArchRule THE_FRONT_DOOR_IS_FOR_OTHERS =
      noClasses()
          .that(are(not(belongToAnyOf(Soundcalc.class))))
          .should()
          .dependOnClassesThat(are(type(Soundcalc.class)));

  /** A proof system may build on a commitment's package, and on no other proof system. */
  @ArchTest
  static final ArchRule PROTOCOLS_HAVE_NO_CYCLES =
      slices().matching("org.soundcalc.protocols.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule INPUT_AND_OUTPUT_HAVE_NO_CYCLES =
      slices().matching("org.soundcalc.io.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PLUG_INS_ARE_NAMED_NOWHERE =
      noClasses()
          .that(are(not(PLUG_IN)))
          .should()
          .dependOnClassesThat(
              are(assignableTo(Family.class).or(assignableTo(Regime.class)))
                  .and(are(not(type(Family.class).or(type(Regime.class))))));

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_TALKS_TO_THE_CONSOLE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.soundcalc.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);
}
