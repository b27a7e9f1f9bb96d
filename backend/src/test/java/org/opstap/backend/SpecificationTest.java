package org.opstap.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every numbered rule of the specification names a test, {@code (test: Class.method;
 * name.test.ts)}, and every test that it names exists.
 */
class SpecificationTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SPECIFICATION = ROOT.resolve("protocol/spec");

  private static final Pattern RULE = Pattern.compile("^\\*\\*([A-Z0-9]+-[0-9]+)\\.\\*\\*");
  private static final Pattern REFERENCES = Pattern.compile("\\(test: ([^)]*)\\)");
  private static final Pattern JAVA = Pattern.compile("([A-Z]\\w*)\\.(\\w+)");
  private static final Pattern TYPESCRIPT =
      Pattern.compile("([\\w.-]+\\.(?:test|browser)\\.ts)( \".*\")?");
  private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");

  private final Set<String> tests = tests();

  @Test
  void everyRuleNamesItsTests() {
    assertEquals(List.of(), faultsOf(specification()));
  }

  @Test
  void findsEveryRule() {
    assertTrue(rulesOf(specification()).size() > 100, rulesOf(specification()).keySet().toString());
  }

  @Test
  void findsARuleWithoutATest() {
    String planted =
        "**XX-1.** A rule.\n"
            + "(test: SpecificationTest.findsEveryRule)\n"
            + "**XX-2.** Another.\n\n"
            + "(test: x)";

    assertEquals(List.of("XX-2 names no test"), faultsOf(planted));
  }

  @Test
  void findsAReferenceToATestThatThereIsNot() {
    String planted =
        "**XX-1.** A rule. (test: SpecificationTest.findsNothing; nowhere.test.ts; something)";

    assertEquals(
        List.of(
            "XX-1 names SpecificationTest.findsNothing, which is no test",
            "XX-1 names nowhere.test.ts, which is no test",
            "XX-1 names something, which is no test"),
        faultsOf(planted));
  }

  @Test
  void findsARuleThatIsThereTwice() {
    String planted =
        "**XX-1.** One. (test: SpecificationTest.findsEveryRule)\n"
            + "**XX-1.** Two. (test: SpecificationTest.findsEveryRule)";

    assertEquals(List.of("XX-1 is there twice"), faultsOf(planted));
  }

  private List<String> faultsOf(String specification) {
    List<String> faults = new ArrayList<>();
    Map<String, List<String>> rules = rulesOf(specification);
    for (String rule : rules.keySet().stream().sorted().toList()) {
      List<String> texts = rules.getOrDefault(rule, List.of());
      if (texts.size() > 1) {
        faults.add(rule + " is there twice");
      }
      List<String> references = texts.stream().flatMap(SpecificationTest::references).toList();
      if (references.isEmpty()) {
        faults.add(rule + " names no test");
      }
      references.stream()
          .filter(reference -> !exists(reference))
          .forEach(reference -> faults.add(rule + " names " + reference + ", which is no test"));
    }
    return faults;
  }

  private boolean exists(String reference) {
    Matcher typescript = TYPESCRIPT.matcher(reference);
    return typescript.matches()
        ? tests.contains(typescript.group(1))
        : JAVA.matcher(reference).matches() && tests.contains(reference);
  }

  /** A rule goes on to the next one, or to the end of its paragraph. */
  private static Map<String, List<String>> rulesOf(String specification) {
    Map<String, List<String>> rules = new HashMap<>();
    String current = "";
    StringBuilder text = new StringBuilder();
    for (String line : (specification + "\n\n").lines().toList()) {
      Matcher rule = RULE.matcher(line);
      boolean begins = rule.find();
      if ((begins || line.isBlank()) && !current.isEmpty()) {
        rules.computeIfAbsent(current, id -> new ArrayList<>()).add(text.toString());
        current = "";
      }
      if (begins) {
        current = rule.group(1);
        text.setLength(0);
      }
      text.append(line).append('\n');
    }
    return rules;
  }

  private static Stream<String> references(String rule) {
    return REFERENCES
        .matcher(rule)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split("[;,]", -1)))
        .map(String::strip);
  }

  private static String specification() {
    StringBuilder all = new StringBuilder();
    for (Path file : files(SPECIFICATION, ".md")) {
      all.append(read(file)).append("\n\n");
    }
    return all.toString();
  }

  private static Set<String> tests() {
    Set<String> tests = new HashSet<>();
    for (Path source : files(ROOT, ".java")) {
      if (source.toString().contains("/src/test/")) {
        String name = source.getFileName().toString().replace(".java", "");
        METHOD.matcher(read(source)).results().forEach(m -> tests.add(name + '.' + m.group(1)));
      }
    }
    for (String ending : List.of(".test.ts", ".browser.ts")) {
      files(ROOT, ending).forEach(file -> tests.add(file.getFileName().toString()));
    }
    return tests;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found = new ArrayList<>();
      for (Path each : all.sorted().toList()) {
        String name = each.getFileName().toString();
        if (Files.isDirectory(each)) {
          if (!Set.of("node_modules", "target", "dist").contains(name) && !name.startsWith(".")) {
            found.addAll(files(each, ending));
          }
        } else if (name.endsWith(ending)) {
          found.add(each);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
