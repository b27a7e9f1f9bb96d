package org.opstap.backend;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/** The dependencies and names that the house style asks for. */
class ArchitectureTest {
  /** Micronaut writes classes whose names begin with a dollar sign beside ours. */
  private static final ImportOption WITHOUT_GENERATED = location -> !location.contains("/$");

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(WITHOUT_GENERATED)
          .importPackages("org.opstap");

  /** What every feature stands on. */
  private static final String[] GROUND = {
    "org.opstap.backend.http..", "org.opstap.backend.database..", "org.opstap.backend.logging.."
  };

  private static final ArchRule ONLY_THE_START_TALKS_TO_THE_TERMINAL =
      noClasses()
          .that(
              not(
                  resideInAPackage("org.opstap.backend.sample..")
                      .or(JavaClass.Predicates.equivalentTo(Application.class))))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static final ArchRule CHANCE_IS_SECURE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
          .orShould()
          .callMethod(Math.class, "random");

  private static final ArchRule RECORDS_HOLD_NO_ARRAY =
      classes().that().areRecords().should(new HoldNoArray());

  private static final ArchRule NO_NAME_IS_A_GRAB_BAG =
      noClasses().should().haveNameMatching(".*(Util|Utils|Common|Impl|Dto|DTO|Manager|Helper)");

  private static final ArchRule CONTROLLERS_STORES_AND_ROWS_ARE_PRIVATE =
      classes()
          .that(
              simpleNameEndingWith("Controller")
                  .or(simpleNameEndingWith("Store"))
                  .or(simpleNameEndingWith("Row")))
          .should()
          .notBePublic();

  @Test
  void looksAtBothModules() {
    assertTrue(OURS.contain(Application.class));
    assertTrue(OURS.contain(PseudonymId.class));
  }

  @Test
  void protocolDependsOnNothingOfTheBackend() {
    noClasses()
        .that()
        .resideInAPackage("org.opstap.protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.opstap.backend..", "io.micronaut..", "jakarta..", "java.sql..")
        .check(OURS);
  }

  @Test
  void theEdgeDependsOnNoFeature() {
    noClasses()
        .that()
        .resideInAnyPackage(GROUND)
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.opstap.backend..").and(not(resideInAnyPackage(GROUND))))
        .check(OURS);
  }

  @Test
  void featuresHaveNoCycles() {
    slices().matching("org.opstap.(*).(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void nothingDependsOnTheApplication() {
    noClasses()
        .that()
        .resideInAPackage("org.opstap.backend.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.opstap.backend")
        .check(OURS);
  }

  @Test
  void featuresKnowEachOthersServicesAndValuesOnly() {
    CONTROLLERS_STORES_AND_ROWS_ARE_PRIVATE.check(OURS);
  }

  @Test
  void storesKnowNoServiceAndNoController() {
    noClasses()
        .that(simpleNameEndingWith("Store"))
        .should()
        .dependOnClassesThat(simpleNameEndingWith("Service").or(simpleNameEndingWith("Controller")))
        .check(OURS);
  }

  @Test
  void servicesKnowNoController() {
    noClasses()
        .that(simpleNameEndingWith("Service"))
        .should()
        .dependOnClassesThat(simpleNameEndingWith("Controller"))
        .check(OURS);
  }

  @Test
  void controllersKeepOutOfTheDatabase() {
    noClasses()
        .that(simpleNameEndingWith("Controller"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.opstap.backend.database..")
        .check(OURS);
  }

  @Test
  void noPackageIsAGrabBag() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..",
            "..utils..",
            "..common..",
            "..impl..",
            "..dto..",
            "..manager..",
            "..internal..",
            "..helper..")
        .check(OURS);
  }

  @Test
  void noNameIsAGrabBag() {
    NO_NAME_IS_A_GRAB_BAG.check(OURS);
  }

  @Test
  void onlyTheStartTalksToTheTerminal() {
    ONLY_THE_START_TALKS_TO_THE_TERMINAL.check(OURS);
  }

  @Test
  void chanceIsSecure() {
    CHANCE_IS_SECURE.check(OURS);
  }

  @Test
  void timeIsInjected() {
    noClasses()
        .that(not(simpleNameEndingWith("TimeAndChance")))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(OURS);
  }

  /** SES-16. */
  @Test
  void secretsAreComparedInConstantTime() {
    noClasses()
        .that()
        .haveNameMatching(
            ".*\\.(RequestSignatureFilter|Challenges|AdmissionChallenges|SessionService|Sessions|SessionToken|ReturnService|PasskeyChallenges|Presences)")
        .should()
        .callMethod(Bytes.class, "equals", Object.class)
        .orShould()
        .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
        .orShould()
        .callMethod(String.class, "equals", Object.class)
        .check(OURS);
  }

  @Test
  void recordsHoldNoArray() {
    RECORDS_HOLD_NO_ARRAY.check(OURS);
  }

  @Test
  void findsWhatIsPlanted() {
    JavaClasses planted =
        new ClassFileImporter().importClasses(PlantedManager.class, PlantedController.class);

    assertFinds(RECORDS_HOLD_NO_ARRAY, planted);
    assertFinds(CHANCE_IS_SECURE, planted);
    assertFinds(ONLY_THE_START_TALKS_TO_THE_TERMINAL, planted);
    assertFinds(NO_NAME_IS_A_GRAB_BAG, planted);
    assertFinds(CONTROLLERS_STORES_AND_ROWS_ARE_PRIVATE, planted);
  }

  private static void assertFinds(ArchRule rule, JavaClasses planted) {
    assertThrows(AssertionError.class, () -> rule.check(planted), rule.getDescription());
  }

  @SuppressWarnings("ArrayRecordComponent") // planted
  record PlantedManager(byte[] bytes) {
    void say() {
      System.out.println(Math.random());
    }
  }

  /** Planted. */
  public static final class PlantedController {}

  /** Two records with the same bytes in arrays would not be equal. */
  private static final class HoldNoArray extends ArchCondition<JavaClass> {
    HoldNoArray() {
      super("hold no array");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      for (JavaField field : type.getFields()) {
        boolean isComponent = !field.getModifiers().contains(JavaModifier.STATIC);
        if (isComponent && field.getRawType().isArray()) {
          events.add(SimpleConditionEvent.violated(type, field.getFullName() + " is an array"));
        }
      }
    }
  }
}
