package org.dalil.certificate.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalil.certificate.OwnCertificates;
import org.dalil.certificate.entity.CertificateId;
import org.dalil.platform.web.VisitCookie;

/** {@code /verify/own/<id>.pdf} and {@code .jwt}: a holder fetches a certificate. Nobody else's id finds anything. */
@WebServlet("/verify/own/*")
public class OwnPaperServlet extends HttpServlet {

    private static final Pattern FILE = Pattern.compile("/([0-9a-f-]{36})\\.(pdf|jwt)");

    @Inject
    transient OwnCertificates certificates;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher file = FILE.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        Optional<String> cookie = VisitCookie.read(request);
        Optional<CertificateId> id = file.matches() ? CertificateId.of(file.group(1)) : Optional.empty();
        if (cookie.isEmpty() || id.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean paper = file.group(2).equals("pdf");
        Optional<byte[]> content = paper ? certificates.paper(cookie.get(), id.get())
                : certificates.badge(cookie.get(), id.get()).map(badge -> badge.getBytes(StandardCharsets.US_ASCII));
        if (content.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(paper ? "application/pdf" : "application/vc+jwt");
        response.setHeader("Content-Disposition", "attachment; filename=\"certificate." + file.group(2) + "\"");
        response.getOutputStream().write(content.get());
    }
}
