package org.dalil.workshop.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalil.course.entity.Course;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.dalil.platform.web.PageTexts;
import org.dalil.workshop.Completions;
import org.dalil.workshop.Workshops;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.entity.WorkshopRow;

/**
 * {@code staff/workshop/certificates.xhtml}: a sheet to hand out for every number that completed the course. It bears a number and a line
 * for a name, which is written by hand and by nobody else.
 */
@Named
@ViewScoped
public class WorkshopCertificatesPage implements Serializable {

    @Inject Completions completions;
    @Inject Workshops workshops;
    @Inject WorkshopWords words;
    @Inject WorkshopAddress address;
    @Inject PageTexts texts;
    @Inject Texts all;

    private WorkshopId id;
    private String tag;
    private transient WorkshopRow workshop;
    private transient List<Integer> numbers;
    private transient List<Integer> printed;

    /** Before the page is made. */
    public void open() {
        if (id == null) {
            id = address.orList().orElse(null);
        }
        if (id != null) {
            workshop = workshops.own(id);
            numbers = completions.numbers(id);
            tag = tag == null ? workshop.plan().languages().get(0) : tag;
        }
    }

    /** Shows them, to be printed. */
    public void make() {
        printed = completions.certify(id);
    }

    /** The numbers to print for, in the digits of the certificates. */
    public List<String> getPapers() {
        return printed == null ? List.of() : printed.stream().map(n -> say("workshop.cert.number", spoken().number(n))).toList();
    }

    /** A text in the certificates' own language. */
    public String say(String key) {
        return all.get(spoken(), key);
    }

    private String say(String key, Object... values) {
        return all.get(spoken(), key, values);
    }

    /** What was learnt, by its title. */
    public String getCourse() {
        return words.course(workshop.plan().courseId()).map(c -> c.words().getOrDefault(tag, c.words().get(c.sourceLanguage())))
                .map(Course.Words::title).orElse("–");
    }

    /** Where and when, no closer than the region. */
    public String getWhere() {
        DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, spoken().cldr());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return say("workshop.cert.where", spoken().number(workshop.number()), say(workshop.plan().region().key()),
                format.format(Date.from(workshop.plan().heldOn().atStartOfDay().toInstant(ZoneOffset.UTC))));
    }

    private Language spoken() {
        return new Language(tag);
    }

    public String getDir() {
        return spoken().dir();
    }

    public String getCount() {
        return texts.of("workshop.cert.count", numbers.size());
    }

    public boolean isAnybody() {
        return !numbers.isEmpty();
    }

    public boolean isPrinted() {
        return printed != null;
    }

    public boolean isReady() {
        return workshop != null;
    }

    public String getName() {
        return words.name(workshop);
    }

    public WorkshopId getId() {
        return id;
    }

    /** The workshop's languages, each by its own name. */
    public Map<String, String> getTags() {
        Map<String, String> choices = new LinkedHashMap<>();
        workshop.plan().languages().forEach(t -> choices.put(new Language(t).ownName(), t));
        return choices;
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        if (Language.of(tag).isPresent()) {
            this.tag = tag;
        }
    }
}
