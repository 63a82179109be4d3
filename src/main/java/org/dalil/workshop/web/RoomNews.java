package org.dalil.workshop.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dalil.course.entity.Part;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.workshop.entity.Presence;
import org.dalil.workshop.entity.RoomView;
import org.dalil.workshop.entity.RoomView.Place;
import org.dalil.workshop.entity.RoomView.State;
import org.dalil.workshop.entity.Shown;
import org.dalil.workshop.entity.WallView;
import org.dalil.workshop.entity.WorkshopId;

/**
 * What the console and the wall say of the people in a room: in the page when it is made, and told to the page as long as it is open
 * ({@link WorkshopNowServlet}), in the same words.
 */
@RequestScoped
public class RoomNews {

    @Inject WorkshopWords words;
    @Inject PageTexts texts;
    @Inject CurrentLanguage language;

    /**
     * A number in the room.
     *
     * @param mark   the word under it
     * @param style  of its tile
     * @param here   whether somebody came with it
     * @param ticked whether that is known from a trainer's tick, so that it can be taken back
     */
    public record Tile(int number, String text, String mark, String style, boolean here, boolean ticked) { }

    /** Where a page that shows this asks whether the room still is so. */
    public String address(WorkshopId id, RoomView shown) {
        return address(id, "console", shown, shown.people());
    }

    /** Where the wall asks. */
    public String address(WorkshopId id, WallView shown) {
        return address(id, "wall", shown, shown.people());
    }

    /** Where the console asks after it drew some of its parts: it is told everything else then. */
    public String addressOfRest(WorkshopId id, RoomView shown) {
        return address(id, "console", shown, "");
    }

    private String address(WorkshopId id, String page, Shown shown, String people) {
        return "/staff/workshop/now?w=" + id + "&p=" + page + "&l=" + language.getTag() + "&m=" + shown.frame() + "." + people;
    }

    /** Every number, in order. */
    public List<Tile> tiles(RoomView view) {
        return view.places().stream().map(p -> tile(view, p)).toList();
    }

    private Tile tile(RoomView view, Place place) {
        State state = view.state(place);
        String style = switch (state) {
            case DONE, LEARNING -> "d1";
            case BUSY -> "bz";
            case ABSENT, AWAY, ERASED -> "of";
            case HERE -> "";
        };
        String mark = state == State.LEARNING ? texts.of("workshop.seat.module", place.module())
                : texts.get("workshop.seat." + state.name().toLowerCase(Locale.ROOT));
        return new Tile(place.number(), language.number(place.number()), mark, style, place.presence() != null,
                place.presence() == Presence.TRAINER);
    }

    /** One sentence over the numbers. */
    public String summary(RoomView view) {
        return texts.of("workshop.room.summary", view.present(), view.busyBefore().size() + view.busyAfter().size());
    }

    /** How many are in. */
    public String in(RoomView view) {
        return language.number(view.present());
    }

    /** How many are in, as the wall says it. */
    public String in(WallView view) {
        return texts.of("workshop.projector.in", view.present());
    }

    /** Of how many numbers. */
    public String of(RoomView view) {
        return texts.of("workshop.room.of", view.places().size());
    }

    /** What goes on now, and when this was read: shown, so that a console that stands still is seen to. */
    public String at(RoomView view) {
        String now = texts.get("workshop.state." + (view.workshop().isClosed() ? "closed" : view.workshop().isPaused() ? "paused"
                : view.workshop().isOpen() ? "open" : "planned"));
        return texts.of("workshop.room.at", now, words.time(view.at()));
    }

    private static long done(RoomView view, Part part) {
        return part.equals(Part.BEFORE) ? view.doneBefore() : view.doneAfter();
    }

    /** How many have handed in a test, of those who are there. */
    public String progress(RoomView view, Part part) {
        return texts.of("workshop.test.finished", done(view, part), view.present());
    }

    /** The same in percent, 0 to 100. */
    public int percent(RoomView view, Part part) {
        long present = view.present();
        return present == 0 ? 0 : (int) Math.min(100, 100 * done(view, part) / present);
    }

    /** Everything that is said of people on the console, by the names that its parts bear. */
    Map<String, Object> told(RoomView view) {
        String before = Part.BEFORE.value();
        String after = Part.AFTER.value();
        return Map.of("now", address(view.workshop().id(), view),
                "texts", Map.of("in", in(view), "of", of(view), "at", at(view), "summary", view.places().isEmpty() ? "" : summary(view),
                        before, progress(view, Part.BEFORE), after, progress(view, Part.AFTER)),
                "percent", Map.of(before, percent(view, Part.BEFORE), after, percent(view, Part.AFTER)),
                "seats", tiles(view).stream().map(t -> List.of(t.text(), t.mark(), t.style(), t.here() && !t.ticked(), t.here())).toList());
    }

    /** The same of the wall. */
    Map<String, Object> told(WallView view) {
        return Map.of("now", address(view.workshop().id(), view), "texts", Map.of("in", in(view)));
    }
}
