package org.opstap.backend.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.opstap.backend.provider.Choice.Candidate;

/** PRV-1. */
class ChoiceTest {
  private static final Candidate<String> BASELINE = new Candidate<>("Slow", () -> "slow");
  private static final Choice<String> SLOW = new Choice<>("Slow", "slow", Optional.empty());

  @Test
  void takesThePreferredOneThatPasses() {
    assertEquals(
        new Choice<>("Fast", "fast", Optional.empty()), choice(() -> "fast", "fast"::equals));
  }

  @Test
  void takesNoneThatGivesAWrongAnswer() {
    assertEquals(refused("a wrong answer"), choice(() -> "fast", provider -> false));
  }

  @Test
  void takesNoneThatFails() {
    Predicate<String> failing =
        provider -> {
          throw new IllegalStateException("secret");
        };

    assertEquals(refused("IllegalStateException"), choice(() -> "fast", failing));
  }

  @Test
  void takesNoneThatCanNotBeLoaded() {
    Supplier<String> unloadable =
        () -> {
          throw new UnsatisfiedLinkError("libfast.so: wrong ELF class");
        };

    assertEquals(refused("UnsatisfiedLinkError"), choice(unloadable, provider -> true));
  }

  /** The second time that Java is asked for a class whose start failed. */
  @Test
  void saysThatOneIsThereWhoseClassesDoNotStart() {
    Supplier<String> broken =
        () -> {
          throw new NoClassDefFoundError("Could not initialize class Fast");
        };

    assertEquals(refused("NoClassDefFoundError"), choice(broken, provider -> true));
  }

  @Test
  void saysNothingOfOneThatIsNotThere() {
    Supplier<String> absent =
        () -> {
          throw (NoClassDefFoundError)
              new NoClassDefFoundError("Fast").initCause(new ClassNotFoundException("Fast"));
        };

    assertEquals(SLOW, choice(absent, provider -> true));
  }

  private static Choice<String> choice(Supplier<String> load, Predicate<String> selfTest) {
    return Choice.of(new Candidate<>("Fast", load), selfTest, BASELINE);
  }

  private static Choice<String> refused(String reason) {
    return new Choice<>("Slow", "slow", Optional.of("Fast is not used: " + reason));
  }
}
