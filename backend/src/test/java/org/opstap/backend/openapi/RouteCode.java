package org.opstap.backend.openapi;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opstap.backend.http.OpenRoute;
import org.opstap.protocol.problem.ProblemType;

/**
 * What the compiled code of a route says of it.
 *
 * @param path with its {@code /v1}
 * @param open whether it takes unsigned requests
 * @param waits whether it may wait for the database
 * @param successes the statuses below 400 that its controller makes
 * @param problems what the controller, or the filter before it, can refuse
 */
record RouteCode(
    String method,
    String path,
    boolean open,
    boolean waits,
    Set<Integer> successes,
    Set<ProblemType> problems) {
  private static final String CODE = "org.opstap.backend";
  private static final List<Class<? extends Annotation>> MAPPINGS =
      List.of(Get.class, Put.class, Post.class, Patch.class, Delete.class);
  private static final Map<String, Integer> SUCCESSES =
      Map.of("ok", 200, "created", 201, "noContent", 204, "notModified", 304);

  /** Every route of every controller. */
  static List<RouteCode> all() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(CODE);
    Set<ProblemType> signed = filter(classes, "RequestSignatureFilter", "authenticate");
    Set<ProblemType> counted = filter(classes, "OpenRouteFilter", "count");
    List<RouteCode> routes = new ArrayList<>();
    for (JavaClass controller : classes) {
      if (controller.isAnnotatedWith(Controller.class)) {
        for (JavaMethod method : controller.getMethods()) {
          mapping(method).ifPresent(mapping -> routes.add(of(method, mapping, signed, counted)));
        }
      }
    }
    return List.copyOf(routes);
  }

  private static Set<ProblemType> filter(JavaClasses classes, String name, String method) {
    return problems(
        reachable(
            classes.get(CODE + ".http." + name).getMethods().stream()
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow()));
  }

  private static RouteCode of(
      JavaMethod method,
      Map.Entry<String, String> mapping,
      Set<ProblemType> signed,
      Set<ProblemType> counted) {
    JavaClass controller = method.getOwner();
    boolean open =
        method.isAnnotatedWith(OpenRoute.class) || controller.isAnnotatedWith(OpenRoute.class);
    Set<JavaCodeUnit> reached = reachable(method);
    Set<ProblemType> problems = problems(reached);
    problems.addAll(open ? counted : signed);
    String path = controller.getAnnotationOfType(Controller.class).value() + mapping.getValue();
    return new RouteCode(
        mapping.getKey(),
        path.replaceAll("/+", "/").replaceAll("(?<=.)/$", ""),
        open,
        !open
            || method.isAnnotatedWith(ExecuteOn.class)
            || controller.isAnnotatedWith(ExecuteOn.class),
        successes(reached),
        problems);
  }

  /** The HTTP method and the path beneath the controller's. */
  private static Optional<Map.Entry<String, String>> mapping(JavaMethod method) {
    return MAPPINGS.stream()
        .flatMap(kind -> method.tryGetAnnotationOfType(kind.getName()).stream())
        .map(
            mapping ->
                Map.entry(
                    mapping.getRawType().getSimpleName().toLowerCase(Locale.ROOT),
                    mapping.get("value").orElse("/").toString()))
        .findFirst();
  }

  private static Set<ProblemType> problems(Set<JavaCodeUnit> reached) {
    Set<ProblemType> problems = EnumSet.noneOf(ProblemType.class);
    for (JavaCodeUnit unit : reached) {
      unit.getFieldAccesses().stream()
          .map(JavaAccess::getTarget)
          .filter(field -> field.getOwner().isEquivalentTo(ProblemType.class))
          .forEach(field -> problems.add(ProblemType.valueOf(field.getName())));
    }
    return problems;
  }

  private static Set<Integer> successes(Set<JavaCodeUnit> reached) {
    Set<Integer> statuses = new TreeSet<>();
    for (JavaCodeUnit unit : reached) {
      unit.getMethodCallsFromSelf().stream()
          .map(JavaAccess::getTarget)
          .filter(call -> call.getOwner().getName().equals("io.micronaut.http.HttpResponse"))
          .filter(call -> SUCCESSES.containsKey(call.getName()))
          .forEach(call -> statuses.add(SUCCESSES.get(call.getName())));
    }
    return statuses.isEmpty() ? Set.of(200) : statuses;
  }

  /** The method and all own code that it calls or refers to, lambdas too. */
  private static Set<JavaCodeUnit> reachable(JavaCodeUnit from) {
    Set<JavaCodeUnit> reached = new HashSet<>();
    List<JavaCodeUnit> next = new ArrayList<>(List.of(from));
    while (!next.isEmpty()) {
      JavaCodeUnit unit = next.removeLast();
      if (reached.add(unit)) {
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
          access
              .getTarget()
              .resolveMember()
              .filter(member -> member.getOwner().getPackageName().startsWith(CODE))
              .filter(JavaCodeUnit.class::isInstance)
              .ifPresent(member -> next.add((JavaCodeUnit) member));
        }
      }
    }
    return reached;
  }
}
