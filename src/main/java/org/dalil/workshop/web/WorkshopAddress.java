package org.dalil.workshop.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.dalil.workshop.entity.WorkshopId;

/** Which workshop a staff page is about: {@code ?w=…}, an id that says nothing to whoever reads it in a history. */
@RequestScoped
public class WorkshopAddress {

    @Inject HttpServletRequest request;

    /** The workshop that the address names; without one the list is shown instead, and nothing is returned. */
    public Optional<WorkshopId> orList() {
        Optional<WorkshopId> id = WorkshopId.of(request.getParameter("w"));
        if (id.isEmpty()) {
            leadTo("/staff/workshop/list.xhtml");
        }
        return id;
    }

    /** Leads on to another page of the workshop. @param page for example {@code room} */
    public void leadTo(String page, WorkshopId id) {
        leadTo("/staff/workshop/" + page + ".xhtml?w=" + id);
    }

    /** Leads on to another page. */
    public void leadTo(String address) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(address);
            FacesContext.getCurrentInstance().responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
