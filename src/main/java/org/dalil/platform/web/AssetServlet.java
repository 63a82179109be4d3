package org.dalil.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Serves {@code /s/<fingerprint>/<file>}, to be kept for good. */
@WebServlet("/s/*")
public class AssetServlet extends HttpServlet {

    @Inject
    transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = String.valueOf(request.getPathInfo()).split("/");
        Optional<Assets.Asset> asset = parts.length == 3 ? assets.find(parts[1], parts[2]) : Optional.empty();
        if (asset.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setContentType(asset.get().type());
        response.getWriter().write(asset.get().content());
    }
}
