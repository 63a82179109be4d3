package org.dalil.workshop.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dalil.account.entity.QrDrawing;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;
import org.dalil.platform.web.SentForm;
import org.dalil.platform.web.SiteFacts;
import org.dalil.workshop.Workshops;
import org.dalil.workshop.entity.PrintedCard;
import org.dalil.workshop.entity.Trainer;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.entity.WorkshopRow;

/**
 * {@code staff/workshop/cards.xhtml}: cards to print, and who else is a trainer here. Cards are printed from the page, not from a file:
 * a file with 24 codes would stay in somebody's downloads. They are in this one answer and nowhere after it.
 */
@Named
@ViewScoped
public class WorkshopCardsPage implements Serializable {

    /** In the request and not in the page, which lives on. */
    private static final String PRINTED = WorkshopCardsPage.class.getName() + ".printed";

    @Inject Workshops workshops;
    @Inject WorkshopWords words;
    @Inject WorkshopAddress address;
    @Inject SentForm form;
    @Inject Problems problems;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject Texts all;
    @Inject SiteFacts site;
    @Inject HttpServletRequest request;

    private WorkshopId id;
    private WorkshopRow workshop;
    private List<Trainer> trainers = List.of();
    private int given;
    private String count = "";
    private String again = "";
    private String tag;
    private String trainer = "";

    /** Before the page is made. */
    public void open() {
        if (id == null) {
            id = address.orList().orElse(null);
        }
        if (id != null) {
            workshop = workshops.own(id);
            trainers = workshops.trainers(id);
            given = workshops.seats(id).size();
            if (tag == null) {
                tag = workshop.plan().languages().get(0);
                count = String.valueOf(Math.max(1, workshop.plan().expected() - given));
            }
        }
    }

    /** Makes cards with the next numbers; the answer holds them, to be printed now. */
    public void print() {
        try {
            request.setAttribute(PRINTED, workshops.printCards(form.get(), id, TypedNumbers.card(count)));
        } catch (Refused e) {
            problems.add("count", e);
        }
    }

    /** Makes new codes for numbers whose cards are lost. */
    public void printAgain() {
        try {
            Set<Integer> numbers = TypedNumbers.cards(again);
            if (numbers.isEmpty()) {
                throw new Refused("workshop.cards.noNumber");
            }
            request.setAttribute(PRINTED, workshops.printAgain(form.get(), id, numbers));
        } catch (Refused e) {
            problems.add("numbers", e);
        }
    }

    public void addTrainer() {
        try {
            workshops.addTrainer(form.get(), id, trainer);
            trainer = "";
        } catch (Refused e) {
            problems.add("trainer", e);
        }
    }

    public void removeTrainer(Trainer other) {
        try {
            workshops.removeTrainer(form.get(), id, other.id());
        } catch (Refused e) {
            problems.add("trainer", e);
        }
    }

    /** A card as it is printed: the number outside, the code and its square under the flap. */
    public record Card(String number, String code, QrDrawing qr) { }

    /** The cards just made; none at any other time. */
    public List<Card> getCards() {
        Language spoken = new Language(tag);
        return printed().stream().map(card -> new Card(spoken.number(card.number()), card.code().printed(),
                QrDrawing.of(site.getAddress() + "/" + tag + "/card#" + card.code().value()))).toList();
    }

    public boolean isPrinted() {
        return request.getAttribute(PRINTED) != null;
    }

    @SuppressWarnings("unchecked") // Set above and nowhere else.
    private List<PrintedCard> printed() {
        return isPrinted() ? (List<PrintedCard>) request.getAttribute(PRINTED) : List.of();
    }

    /** A text in the cards' own language. */
    public String say(String key) {
        return all.get(new Language(tag), key);
    }

    /** The direction of the cards' own language. */
    public String getDir() {
        return new Language(tag).dir();
    }

    /** The workshop's languages, each by its own name. */
    public Map<String, String> getTags() {
        Map<String, String> choices = new LinkedHashMap<>();
        workshop.plan().languages().forEach(t -> choices.put(new Language(t).ownName(), t));
        return choices;
    }

    public String getName() {
        return words.name(workshop);
    }

    /** How many numbers have been given out. */
    public String getGiven() {
        return texts.of("workshop.cards.given", given);
    }

    public boolean isReady() {
        return workshop != null;
    }

    public boolean isClosed() {
        return workshop.isClosed();
    }

    public WorkshopId getId() {
        return id;
    }

    public List<Trainer> getTrainers() {
        return new ArrayList<>(trainers);
    }

    public String getCount() {
        return count;
    }

    public void setCount(String count) {
        this.count = count == null ? "" : count;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again == null ? "" : again;
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        if (workshop.plan().languages().contains(tag)) {
            this.tag = tag;
        }
    }

    public String getTrainer() {
        return trainer;
    }

    public void setTrainer(String trainer) {
        this.trainer = trainer == null ? "" : trainer;
    }
}
