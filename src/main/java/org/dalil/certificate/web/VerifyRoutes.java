package org.dalil.certificate.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dalil.platform.web.Route;
import org.dalil.platform.web.Routes;

/** Where anybody checks a certificate, and where holders find theirs. What was typed or sent comes into no address. */
@ApplicationScoped
public class VerifyRoutes implements Routes {

    static final Route VERIFY = Route.form("/verify", "/learn/verify.xhtml");

    @Override
    public List<Route> routes() {
        return List.of(VERIFY, Route.get("/exam/certificates", "/learn/certificates.xhtml"));
    }
}
