package org.dalil.workshop.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.Cards;
import org.dalil.account.entity.QrDrawing;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.FormToken;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.SiteFacts;
import org.dalil.platform.web.VisitCookie;
import org.dalil.workshop.Rooms;
import org.dalil.workshop.entity.JoinCode;
import org.dalil.workshop.entity.Joined;
import org.dalil.workshop.entity.RoomNow;

/**
 * {@code learn/room.xhtml}: join with the code on the wall; the answer shows the number and the card, once. A phone that already
 * works with a card asks whose turn it is before anything else: the next person must not go on with somebody else's card.
 *
 * <p>Kept by {@link BeforeRoom}, with gaps: {@code token} and {@code request} of the form; {@code number}, {@code code}, {@code qr-size},
 * {@code qr-path} and {@code next} of somebody who is in.
 */
@Named("roomPage")
@RequestScoped
public class RoomPage {

    @Inject Rooms rooms;
    @Inject RoomGuard guard;
    @Inject Cards cards;
    @Inject Courses courses;
    @Inject FormToken formToken;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject SiteFacts site;

    private Refused error;
    private String token;
    private String typed;
    private Joined joined;
    private QrDrawing qr;
    private Optional<RoomNow> taken = Optional.empty();
    private boolean occupied;

    /** Joins if the form was sent; otherwise shows it. */
    public void open() {
        Optional<String> cookie = VisitCookie.read(page.request());
        if (page.isForm()) {
            join(cookie);
        } else {
            look(cookie);
        }
        if (token == null) {
            token = VisitCookie.read(page.request()).map(formToken::of)
                    .orElseGet(() -> formToken.of(VisitCookie.renew(page.request(), page.response())));
        }
    }

    /** Whether this phone works with a card now, and which number that has in its room. */
    private void look(Optional<String> cookie) {
        taken = cookie.flatMap(rooms::now);
        occupied = cookie.flatMap(cards::visit).isPresent();
    }

    private void join(Optional<String> cookie) {
        try {
            guard.allow(page.request());
            JoinCode code = JoinCode.typed(page.field("code").orElse("")).orElseThrow(() -> new Refused("workshop.join.slip"));
            typed = code.printed();
            boolean another = page.field("another").isPresent();
            if (another) {
                cookie.ifPresent(cards::leave);
            } else {
                look(cookie);
            }
            if (!occupied) {
                joined = rooms.join(request(), code, cookie.orElse(null), this::renew);
            }
        } catch (Refused e) {
            if (e.key().startsWith("workshop.join.")) {
                guard.failed(page.request());
            }
            error = e;
        }
    }

    /** A new cookie for the new visit: one that somebody planted before is worth nothing. */
    private String renew() {
        String cookie = VisitCookie.renew(page.request(), page.response());
        token = formToken.of(cookie);
        return cookie;
    }

    /** What stands in the gap of this name: nothing that has to be escaped. */
    String fill(String gap) {
        return switch (gap) {
            case "token" -> token;
            case "request" -> again();
            case "number" -> language.number(joined.number());
            case "code" -> joined.code().printed();
            case "qr-size" -> String.valueOf(qr().size());
            case "qr-path" -> qr().path();
            case "next" -> next();
            default -> "";
        };
    }

    /** The form's own id; a form that came from the card's page has none and is taken once. */
    private UUID request() {
        try {
            return page.field("request").map(UUID::fromString).orElseGet(UUID::randomUUID);
        } catch (IllegalArgumentException e) {
            throw new Refused("platform.form.stale");
        }
    }

    /** What was sent is sent again by whoever says whose turn it is; after a slip it is another form. */
    private String again() {
        return (page.isForm() && error == null ? request() : UUID.randomUUID()).toString();
    }

    /** What is wrong; null if nothing. */
    public String getError() {
        return error == null ? null : texts.of(error);
    }

    /** The code as it was typed, so that nobody types it twice. */
    public String getTyped() {
        return typed;
    }

    /** Whether this phone works with a card, so that it has to be said whose turn it is. */
    public boolean isOccupied() {
        return occupied;
    }

    /** The sentence that says with which card. */
    public String getOccupiedText() {
        return taken.map(now -> texts.of("workshop.join.taken", now.number())).orElseGet(() -> texts.get("workshop.join.takenElse"));
    }

    public boolean isIn() {
        return joined != null;
    }

    /** The QR code: the card page, with the code in the part of the address that browsers never send. */
    private QrDrawing qr() {
        if (qr == null) {
            // Its size and its path are asked for, and drawing it once is most of what joining costs.
            qr = QrDrawing.of(site.getAddress() + "/" + language.getTag() + "/card#" + joined.code().value());
        }
        return qr;
    }

    /** The course that the room works on; the choice of language is the reader's. */
    private String next() {
        return courses.all().stream().map(CourseVersion::course).filter(c -> c.id().equals(joined.courseId())).findFirst()
                .map(this::url).orElse("/" + language.getTag() + "/");
    }

    private String url(Course course) {
        String tag = course.languages().contains(language.getTag()) ? language.getTag() : course.languages().get(0);
        return "/" + tag + "/c/" + course.slug();
    }
}
