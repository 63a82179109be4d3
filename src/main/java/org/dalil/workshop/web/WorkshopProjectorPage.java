package org.dalil.workshop.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.dalil.account.entity.QrDrawing;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.dalil.platform.web.SiteFacts;
import org.dalil.workshop.Rooms;
import org.dalil.workshop.entity.JoinCode;
import org.dalil.workshop.entity.WallView;
import org.dalil.workshop.entity.WorkshopId;

/** {@code staff/workshop/projector.xhtml}: the address, the code, a QR code and how many are in. No name, no topic, no number of a card. */
@Named
@RequestScoped
public class WorkshopProjectorPage {

    @Inject Rooms rooms;
    @Inject WorkshopAddress address;
    @Inject SiteFacts site;
    @Inject Texts all;
    @Inject RoomNews news;

    private WorkshopId id;
    private WallView view;

    /** Before the page is made. */
    public void open() {
        id = address.orList().orElse(null);
        view = id == null ? null : rooms.wall(id);
    }

    /** Whether people can join now. */
    public boolean isOpen() {
        return view != null && view.code().isPresent();
    }

    public String getCode() {
        return view.code().map(JoinCode::printed).orElse("");
    }

    /** The page to join on, with the code in the part of the address that browsers never send. */
    public QrDrawing getQr() {
        return QrDrawing.of(site.getAddress() + "/" + view.workshop().plan().languages().get(0) + "/room#"
                + view.code().map(JoinCode::value).orElse(""));
    }

    public String getTyped() {
        return site.getTyped();
    }

    /** What to do, in a language of its own: nobody in the room has to read another's. */
    public String how(String tag) {
        return all.get(new Language(tag), "workshop.projector.how");
    }

    public WorkshopId getId() {
        return id;
    }

    /** Where to ask whether the room is still as it is shown. */
    public String getNow() {
        return id == null ? "" : news.address(id, view);
    }

    /** How many are in. */
    public String getIn() {
        return news.in(view);
    }
}
