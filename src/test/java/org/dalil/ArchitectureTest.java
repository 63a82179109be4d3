package org.dalil;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house (architecture.md, section 2), so that discipline has a guard. */
class ArchitectureTest {

    private static final List<String> FEATURES = List.of("platform", "account", "help", "course", "scenario", "assessment",
            "learning", "authoring", "workshop", "exam", "certificate", "exchange", "report", "admin");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.dalil");

    /** One test for each rule below. */
    @TestFactory
    Stream<DynamicTest> rules() {
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields()).filter(f -> f.getType() == ArchRule.class)
                .map(f -> DynamicTest.dynamicTest(f.getName(), () -> ((ArchRule) f.get(null)).check(CLASSES)));
    }

    private static String feature(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 && parts[0].equals("org") && parts[1].equals("dalil") ? parts[2] : "";
    }

    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 3 ? parts[3] : "door";
    }

    private static ArchCondition<JavaClass> dependOnlyWhere(String what, java.util.function.BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!feature(target).isEmpty() && !allowed.test(type, target)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    static final ArchRule every_package_is_on_the_list = classes().should(new ArchCondition<>("lie in a feature and a room") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean known = FEATURES.contains(feature(type)) && List.of("door", "web", "control", "entity").contains(room(type));
            events.add(new SimpleConditionEvent(type, known, type.getName() + " lies in " + type.getPackageName()));
        }
    });

    static final ArchRule features_look_left = classes().should(dependOnlyWhere("look left only",
            (from, to) -> FEATURES.indexOf(feature(to)) <= FEATURES.indexOf(feature(from))));

    static final ArchRule across_features_only_doors_and_what_is_no_entity = classes().should(dependOnlyWhere(
            "use only the door or non-@Entity types of another feature", (from, to) -> feature(from).equals(feature(to))
                    || feature(to).equals("platform") || room(to).equals("door")
                    || room(to).equals("entity") && !to.isAnnotatedWith(Entity.class)));

    static final ArchRule inside_web_door_control_entity = classes().should(dependOnlyWhere("look inwards only", (from, to) -> {
        if (!feature(from).equals(feature(to)) || feature(from).equals("platform")) {
            return true;
        }
        return switch (room(from)) {
            case "web" -> !room(to).equals("control");
            case "door" -> !room(to).equals("web");
            case "control" -> List.of("control", "entity").contains(room(to)) || to.isAnnotatedWith(Door.class);
            default -> room(to).equals("entity");
        };
    }));

    static final ArchRule entities_know_no_container = noClasses().that().resideInAPackage("..entity..")
            .and().areNotAnnotatedWith(Door.class)
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.faces..", "jakarta.ws..", "org.primefaces..",
                    "org.apache.shiro.subject..", "org.apache.shiro.web..")
            .orShould().dependOnClassesThat().areAssignableTo(Inject.class);

    static final ArchRule the_entity_manager_lives_in_stores_and_queries = noClasses()
            .that().haveSimpleNameNotEndingWith("Store").and().haveSimpleNameNotEndingWith("Query")
            .should().dependOnClassesThat().areAssignableTo(EntityManager.class);

    static final ArchRule transactions_begin_at_doors = methods().that().areAnnotatedWith(Transactional.class)
            .should().beDeclaredInClassesThat().areAnnotatedWith(Door.class);

    static final ArchRule every_door_method_says_who_may = methods().that().areDeclaredInClassesThat().areAnnotatedWith(Door.class)
            .and().arePublic().should(new ArchCondition<>("carry @Requires… or @OpenToAll") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean says = method.isAnnotatedWith(OpenToAll.class) || method.getAnnotations().stream()
                            .anyMatch(a -> a.getRawType().getPackageName().equals("org.apache.shiro.authz.annotation"));
                    events.add(new SimpleConditionEvent(method, says, method.getFullName() + " does not say who may call it"));
                }
            });

    static final ArchRule a_door_does_not_call_its_own_guarded_methods = classes().that().areAnnotatedWith(Door.class)
            .should(new ArchCondition<>("not pass by their own interceptor") {
                @Override
                public void check(JavaClass door, ConditionEvents events) {
                    door.getMethodCallsFromSelf().stream()
                            .filter(call -> call.getTargetOwner().equals(door))
                            .filter(call -> call.getTarget().resolveMember().map(m -> m.getModifiers()
                                    .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)).orElse(false))
                            .forEach(call -> events.add(SimpleConditionEvent.violated(door, call.getDescription())));
                }
            });

    static final ArchRule the_clock_is_injected = noClasses().should().callMethodWhere(new DescribedPredicate<>("now() without a clock") {
        @Override
        public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
            return call.getTargetOwner().getPackageName().equals("java.time") && call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().isEmpty();
        }
    });

    /** Decision 0037: a header can be forged, and one place knows which of its values to believe. */
    static final ArchRule one_place_asks_for_the_address = noClasses().that().doNotHaveFullyQualifiedName("org.dalil.platform.web.Caller")
            .should().callMethodWhere(new DescribedPredicate<>("getRemoteAddr()") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                    return call.getName().equals("getRemoteAddr");
                }
            });

    /** Decision 0042: where the site is, and whether people come over TLS, is a setting and never what a request says. */
    static final ArchRule no_request_says_where_the_site_is = noClasses().should().callMethodWhere(new DescribedPredicate<>("getServerName() and the like") {
        @Override
        public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
            return java.util.Set.of("getServerName", "getServerPort", "getRequestURL", "getScheme", "getRequestScheme", "getRequestServerName",
                    "getRequestServerPort").contains(call.getName()) && call.getTargetOwner().getPackageName().startsWith("jakarta.");
        }
    });

    static final ArchRule view_beans_hold_no_entities = noFields().that().areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.faces.view.ViewScoped")
            .should().haveRawType(new DescribedPredicate<>("an entity") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isAnnotatedWith(Entity.class);
                }
            });

    static final ArchRule names_say_what_a_thing_is = noClasses().should()
            .haveNameMatching(".*(Service|Manager|Impl|Util|Utils|Helper|Dto|DTO)");
}
