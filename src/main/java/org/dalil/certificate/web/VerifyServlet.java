package org.dalil.certificate.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalil.certificate.Verification;
import org.dalil.platform.entity.Language;
import org.dalil.platform.web.LearnerForward;

/**
 * {@code /verify}: the short address on paper, what is published for programs ({@code issuer}, {@code keys.json}, {@code status/1}),
 * the file that checks without a network, and files that are sent to be checked.
 */
@WebServlet({"/verify", "/verify/*"})
@MultipartConfig(maxRequestSize = 4 * VerifyServlet.LARGEST, fileSizeThreshold = (int) (4 * VerifyServlet.LARGEST))
public class VerifyServlet extends HttpServlet {

    /** A certificate has a quarter of that; the server itself takes a megabyte. */
    static final long LARGEST = 900 * 1024;

    /** A phone's photo, if it is not of the largest; what is sent lies in memory, not on a disk. */
    static final long LARGEST_PICTURE = 3500 * 1024;

    private static final Pattern KEY = Pattern.compile("/keys/([A-Za-z0-9_-]{43})");
    private static final Pattern LIST = Pattern.compile("/status/([1-9][0-9]{0,4})");
    private static final Pattern OFFLINE = Pattern.compile("/offline-(\\w+)\\.html");
    private static final Pattern FILE = Pattern.compile("/file/(\\w+)");

    @Inject transient Verification verification;
    @Inject transient OfflineFile offline;
    @Inject transient LearnerForward forward;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        Matcher key = KEY.matcher(path);
        Matcher list = LIST.matcher(path);
        Matcher file = OFFLINE.matcher(path);
        if (path.equals("/keys.json")) {
            write(response, "application/jwk-set+json", verification.keySet());
        } else if (path.equals("/issuer")) {
            write(response, "application/ld+json", verification.issuer());
        } else if (path.isEmpty() && isProgram(request)) {
            write(response, "application/ld+json", verification.formerIssuer());
        } else if (key.matches()) {
            writeIfThere(response, "application/jwk+json", verification.key(key.group(1)));
        } else if (list.matches()) {
            writeIfThere(response, "application/vc+jwt", verification.revoked(Integer.parseInt(list.group(1))));
        } else if (file.matches() && Language.of(file.group(1)).isPresent()) {
            response.setHeader("Content-Disposition", "attachment; filename=\"check-certificates.html\"");
            write(response, "text/html", offline.make(Language.of(file.group(1)).orElseThrow(), verification.snapshot()));
        } else if (path.isEmpty() || path.equals("/") || path.startsWith("/track/")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/" + preferred(request).tag() + "/verify");
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Matcher file = FILE.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        Optional<Language> language = file.matches() ? Language.of(file.group(1)) : Optional.empty();
        if (language.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<Object> content = content(request);
        if (content.isEmpty()) {
            // What can't be read can't be read by a page either: it is asked for anew, and says what was wrong.
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/" + language.get().tag() + "/verify?file=large");
            return;
        }
        request.setAttribute(VerifyPage.FILE, content.get());
        forward.to(request, response, language.get(), "/verify", VerifyRoutes.VERIFY);
    }

    /** A picture's bytes, or what another file holds, a character for each byte: enough to find a credential in it. Nothing if it is too large. */
    private static Optional<Object> content(HttpServletRequest request) throws IOException {
        try {
            Part part = request.getPart("file");
            if (part == null) {
                return Optional.of("");
            }
            // Not by the server's own limit for a file: there would be no page to say it on.
            if (part.getSize() > LARGEST_PICTURE) {
                return Optional.empty();
            }
            byte[] bytes;
            try (InputStream in = part.getInputStream()) {
                bytes = in.readAllBytes();
            }
            if (isPicture(bytes)) {
                return Optional.of(bytes);
            }
            return bytes.length > LARGEST ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IllegalStateException tooLarge) {
            return Optional.empty();
        } catch (ServletException noForm) {
            return Optional.of("");
        }
    }

    /** By how it begins, whatever its name says: PNG or JPEG. */
    private static boolean isPicture(byte[] file) {
        String begin = new String(file, 0, Math.min(8, file.length), StandardCharsets.ISO_8859_1);
        return begin.equals("\u0089PNG\r\n\u001A\n") || begin.startsWith("\u00FF\u00D8\u00FF");
    }

    /** Whether it is a program that looks for the issuer at the address that the first credentials gave. People's browsers ask for HTML. */
    private static boolean isProgram(HttpServletRequest request) {
        String accepted = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return accepted.contains("json") && !accepted.contains("html");
    }

    private static Language preferred(HttpServletRequest request) {
        for (Locale locale : Collections.list(request.getLocales())) {
            String tag = locale.getLanguage().equals("ku") ? "kmr" : locale.getLanguage();
            Optional<Language> spoken = Language.of(tag);
            if (spoken.isPresent()) {
                return spoken.get();
            }
        }
        return Language.ENGLISH;
    }

    private static void writeIfThere(HttpServletResponse response, String type, Optional<String> content) throws IOException {
        if (content.isPresent()) {
            write(response, type, content.get());
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void write(HttpServletResponse response, String type, String content) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.getOutputStream().write(content.getBytes(StandardCharsets.UTF_8));
    }
}
