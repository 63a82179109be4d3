package org.dalil.workshop.entity;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;
import org.dalil.platform.entity.Refused;

/**
 * What a trainer writes down before a workshop.
 *
 * @param courseId  of the course it is about
 * @param modules   numbers of the modules it covers, in their order, at least one
 * @param languages tags, the first is the trainer's own run sheet's; each one the course is published in
 * @param region    where, no closer
 * @param partner   the organisation that holds it; null if none is named
 * @param contact   the workshop's own safeguarding contact, shown on its learners' Help; null for none
 * @param heldOn    the day, on the trainer's calendar
 * @param expected  how many people, 1 to {@value #MOST}
 */
public record WorkshopPlan(UUID courseId, List<Integer> modules, List<String> languages, Region region, String partner,
                           String contact, LocalDate heldOn, int expected) implements Serializable {

    /** As many as one room can hold; more are two workshops. */
    public static final int MOST = 300;

    private static final int FAR = 400;

    public WorkshopPlan {
        modules = modules.stream().distinct().sorted().toList();
        languages = languages.stream().distinct().toList();
        partner = blankToNull(partner);
        contact = blankToNull(contact);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * Whether it can be held.
     *
     * @param course that it is about
     * @param today  on the site's calendar
     * @throws Refused with the one thing that is wrong
     */
    public void check(Course course, LocalDate today) {
        List<Integer> numbers = course.modules().stream().map(Module::number).toList();
        refuse(modules.isEmpty() || !numbers.containsAll(modules), "workshop.plan.modules");
        refuse(languages.isEmpty() || !course.languages().containsAll(languages), "workshop.plan.languages");
        refuse(region == null, "workshop.plan.region");
        refuse(heldOn == null || heldOn.isBefore(today.minusDays(FAR)) || heldOn.isAfter(today.plusDays(FAR)), "workshop.plan.date");
        refuse(expected < 1 || expected > MOST, "workshop.plan.expected");
        refuse(partner != null && partner.length() > 60, "workshop.plan.partner");
        refuse(contact != null && contact.length() > 120, "workshop.plan.contact");
    }

    private static void refuse(boolean wrong, String key) {
        if (wrong) {
            throw new Refused(key);
        }
    }
}
