package org.dalil.workshop.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.dalil.platform.web.BeforePage;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.KeptPage;
import org.dalil.platform.web.KeptPages;

/**
 * Joins before any page is made. The form and the card are rendered once a language and filled for each: a whole room joins within a
 * minute. What only few see, a slip or a phone that works with a card already, is made anew each time.
 */
@ApplicationScoped
public class BeforeRoom implements BeforePage {

    @Inject RoomPage room;
    @Inject CurrentLanguage language;

    private final KeptPages kept = new KeptPages();

    @Override
    public String page() {
        return "/learn/room.xhtml";
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Rest rest) throws IOException, ServletException {
        room.open();
        boolean usual = room.getError() == null && !room.isOccupied();
        Optional<KeptPage> page = usual ? kept.get(language.getTag() + "/" + room.isIn(), response, rest) : kept.render(response, rest);
        if (page.isPresent()) {
            page.get().write(request, response, room::fill);
        }
    }
}
