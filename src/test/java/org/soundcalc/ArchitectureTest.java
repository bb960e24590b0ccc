package org.soundcalc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Packages flow one way, and nothing names a plug-in. */
@AnalyzeClasses(packages = "org.soundcalc", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_FLOW_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("org.soundcalc.cli..")
          .layer("config")
          .definedBy("org.soundcalc.config..")
          .layer("report")
          .definedBy("org.soundcalc.report..")
          .layer("analysis")
          .definedBy("org.soundcalc.analysis..")
          .layer("families")
          .definedBy("org.soundcalc.families..")
          .layer("regimes")
          .definedBy("org.soundcalc.regimes..")
          .layer("bounds")
          .definedBy("org.soundcalc.bounds..")
          .layer("model")
          .definedBy("org.soundcalc.model..")
          .layer("math")
          .definedBy("org.soundcalc.math..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("families")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("regimes")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("analysis")
          .mayOnlyBeAccessedByLayers("cli", "report")
          .whereLayer("bounds")
          .mayOnlyBeAccessedByLayers("families")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers(
              "cli", "config", "report", "analysis", "families", "regimes", "bounds");

  @ArchTest
  static final ArchRule MATH_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("org.soundcalc.math..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("org.soundcalc.math..", "java..");

  @ArchTest
  static final ArchRule FAMILIES_DO_NOT_KNOW_EACH_OTHER =
      slices().matching("org.soundcalc.families.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule SHARED_BOUNDS_HAVE_NO_CYCLES =
      slices().matching("org.soundcalc.bounds.(*)..").should().beFreeOfCycles();

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
