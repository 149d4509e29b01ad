package ai.netra.tidy;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules and rooms depend in one direction, and what belongs in one room stays there. */
class RoomsTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("ai.netra");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contract | ai.netra.auth..,ai.netra.backend..,ai.netra.loop..,ai.netra.probe..",
        "auth     | ai.netra.backend..,ai.netra.loop..,ai.netra.probe..",
        "backend  | ai.netra.auth..,ai.netra.loop..,ai.netra.probe..",
        "loop     | ai.netra.contract..,ai.netra.auth..,ai.netra.backend..,ai.netra.probe..",
        "probe    | ai.netra.contract..,ai.netra.auth..,ai.netra.backend..,ai.netra.loop..",
        "bench    | ai.netra.auth..,ai.netra.backend..,ai.netra.loop..,ai.netra.probe.."
      })
  void aModuleDependsOnlyOnWhatItMay(String module, String forbidden) {
    noClasses()
        .that()
        .resideInAPackage("ai.netra." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.split(",", -1))
        .because("docs/architecture.md says what each module may depend on")
        .check(PRODUCT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract", "auth", "backend", "loop"})
  void roomsHaveNoCycle(String module) {
    slices().matching("ai.netra." + module + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void theBackendsArrowsRunDownward() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("edge")
        .definedBy("ai.netra.backend.edge..")
        .optionalLayer("toolbox")
        .definedBy("ai.netra.backend.toolbox..")
        .layer("runs")
        .definedBy("ai.netra.backend.runs..", "ai.netra.backend.reports..")
        .layer("agents")
        .definedBy("ai.netra.backend.agents..")
        .layer("resources")
        .definedBy(
            "ai.netra.backend.threads..", "ai.netra.backend.usage..", "ai.netra.backend.models..")
        .layer("events")
        .definedBy("ai.netra.backend.events..")
        .layer("base")
        .definedBy("ai.netra.backend.identity..", "ai.netra.backend.store..")
        .whereLayer("edge")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("runs")
        .mayOnlyBeAccessedByLayers("edge", "toolbox")
        .whereLayer("agents")
        .mayOnlyBeAccessedByLayers("edge", "toolbox", "runs")
        .whereLayer("resources")
        .mayOnlyBeAccessedByLayers("edge", "toolbox", "runs", "agents")
        .whereLayer("events")
        .mayOnlyBeAccessedByLayers("edge", "toolbox", "runs", "agents", "resources")
        .check(PRODUCT);
  }

  @Test
  void reactiveTypesStayInTheEdge() {
    noClasses()
        .that()
        .resideInAPackage("ai.netra..")
        .and()
        .resideOutsideOfPackage("ai.netra.backend.edge..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("reactor..", "org.reactivestreams..")
        .because("everything below the edge is blocking code on virtual threads")
        .check(PRODUCT);
  }

  @Test
  void logicAsksNoClockAndDrawsNoIds() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(Random.class)
        .because("a Clock and id sources are passed in")
        .check(PRODUCT);
  }

  @Test
  void standardOutputBelongsToTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "ai.netra.loop.cli..", "ai.netra.bench..", "ai.netra.probe.canary..")
        .should()
        .accessField(System.class, "out")
        .because("services log, and the command line prints")
        .check(PRODUCT);
  }

  @Test
  void rawExceptionsAreThrownNowhere() {
    noClasses()
        .that()
        .areNotAssignableTo(Throwable.class)
        .should()
        .callConstructorWhere(target(owner(type(RuntimeException.class))))
        .orShould()
        .callConstructorWhere(target(owner(type(Exception.class))))
        .because("a failure of the world is the room's own exception")
        .check(PRODUCT);
  }

  @Test
  void springIsUsedPlainly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "org\\.springframework\\.(transaction\\.annotation\\.Transactional"
                + "|scheduling\\.annotation\\.(Async|Scheduled)"
                + "|beans\\.factory\\.annotation\\.(Autowired|Value))")
        .because("no annotation changes the flow of control out of sight")
        .check(PRODUCT);
    classes()
        .that()
        .areAnnotatedWith("org.springframework.context.annotation.Configuration")
        .and()
        .haveSimpleNameNotEndingWith("Application")
        .should()
        .notBePublic()
        .check(PRODUCT);
  }
}
