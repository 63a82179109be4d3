import java.io.IOException;

/** The room's page on the wall, in the trainer's browser: asks as the console does and takes the page as it is now when it has to. */
final class RoomWall extends RoomDesk {

    RoomWall(String site, String room, RoomDesk desk) {
        super(site, "/staff/workshop/projector.xhtml", room);
        http.cookie = desk.http.cookie;
        patience = 4000;
    }

    @Override
    void open() throws IOException {
        look();
        looks = 0;
    }

    @Override
    void look() throws IOException {
        if (!asksNext(Learner.expect(http.get(page), 200).text())) {
            throw new IOException("the wall does not ask");
        }
        looks++;
    }
}
