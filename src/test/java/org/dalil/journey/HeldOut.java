package org.dalil.journey;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.dalil.platform.control.SquareCode;

/** What somebody holds out for a certificate: a photo of its square code, its paper, and papers with other words on them. */
final class HeldOut {

    private HeldOut() { }

    static FilePayload picture(String square, String format) throws IOException {
        BufferedImage image = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(235, 232, 225));
        g.fillRect(0, 0, 900, 700);
        g.rotate(0.1, 450, 350);
        g.setColor(new Color(25, 25, 30));
        g.fill(new SquareCode(square).shape(250, 150, 400));
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return new FilePayload("photo." + format, "image/" + format, out.toByteArray());
    }

    static FilePayload pdf(String bytes) {
        return new FilePayload("certificate.pdf", "application/pdf", bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Another name written over the paper. */
    static String renamed(byte[] paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            try (PDPageContentStream over = new PDPageContentStream(document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                over.beginText();
                over.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), 40);
                over.newLineAtOffset(200, 300);
                over.showText("Somebody Else");
                over.endText();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
