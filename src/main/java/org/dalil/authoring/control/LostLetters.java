package org.dalil.authoring.control;

import java.util.Optional;
import java.util.regex.Pattern;

/** Traces of a file that was once read or saved in another encoding than UTF-8. To a computer what is left is good text. */
final class LostLetters {

    /** Letters that an encoding does not have are saved as question marks. */
    private static final String REPLACED = "\\?{3,}|\uFFFD";
    /** UTF-8 read as Western text: Ãª for ê, Ø§Ù„ for ال, â€™ for ’. */
    private static final String AS_WESTERN = "[ÃÅØÙÚÛÐ][\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2010-\u2122]|â€";
    /** UTF-8 read as Windows-1256: ط§ظ„ for ال. */
    private static final String AS_ARABIC = "(?:[طظ][^\\p{ASCII}\\sطظ]){4,}";
    private static final Pattern TRACE = Pattern.compile(REPLACED + "|" + AS_WESTERN + "|" + AS_ARABIC);

    private LostLetters() { }

    /** One sentence if letters of a text were lost. */
    static Optional<String> in(String text) {
        return TRACE.matcher(text).find() ? Optional.of("letters were lost when the file was saved; take the file as it was before,"
                + " change it again and save it as UTF-8") : Optional.empty();
    }
}
