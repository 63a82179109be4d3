package org.dalil.platform.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A file instead of a page. What {@link SafetyHeaders} says of every answer holds for it, too. */
public final class Attachment {

    /** What the file holds. */
    public interface Content {

        void write(OutputStream out) throws IOException;
    }

    private Attachment() { }

    /**
     * Answers the present request with a file.
     *
     * @param type its media type
     * @param name what it is called where it is kept: it names no topic and nobody
     * @throws UncheckedIOException if whoever asked has gone
     */
    public static void send(String type, String name, Content content) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType(type);
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try {
            content.write(answer.getResponseOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }
}
