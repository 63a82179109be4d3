package org.dalil.authoring.control;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules on every piece of text, whatever it stands in: letters, digits, punctuation, numbers, addresses, words to avoid. */
final class WordsRules {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|www\\.)[^\\s()\"”»]+|\\b[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,5}\\.(?:org|com|net|gov|edu|info|io|iq|jo|uk|au|me|app)\\b(?:/[^\\s()\"”»]*)?");
    private static final Pattern PHONE = Pattern.compile("[+]?[0-9٠-٩](?:[ ()-]?[0-9٠-٩]){6,18}");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9٠-٩])[0-9٠-٩]{3,6}(?![0-9٠-٩])");
    /** Latin letters and digits in one, such as MP4, T2, Golden_77 or a made-up password. */
    private static final Pattern NAME_WITH_DIGITS = Pattern.compile("(?=[A-Za-z0-9_@!#.-]*[A-Za-z])[A-Za-z0-9_@!#.-]+");
    private static final Pattern LINK = Pattern.compile("\\]\\((glossary|help|source|course|https):");
    private static final Pattern LATIN_PUNCTUATION = Pattern.compile("[,;?]");

    private final References references;
    private final Findings findings;
    private final Set<String> phones;
    private final Set<String> withLostLetters = new HashSet<>();

    WordsRules(References references, Findings findings) {
        this.references = references;
        this.findings = findings;
        this.phones = references.phones();
    }

    /** Checks the words of a course. */
    void check(List<Passage> passages) {
        for (Passage passage : passages) {
            checkWords(passage);
            checkAddresses(passage);
            checkPhones(passage);
            if (passage.file().endsWith(".yaml") && LINK.matcher(passage.text()).find()) {
                refuse(passage, "a link works in lessons and run sheets only; take out the brackets and the address");
            }
        }
    }

    /** Checks the words of glossary and help, which may name numbers. */
    void checkDirectory(List<Passage> passages) {
        for (Passage passage : passages) {
            checkWords(passage);
            checkAddresses(passage);
        }
    }

    private void checkWords(Passage passage) {
        Optional<String> lost = LostLetters.in(passage.text());
        if (lost.isPresent()) {
            if (withLostLetters.add(passage.file())) {
                refuse(passage, lost.get());
            }
            return;
        }
        ForbiddenWords.check(passage, findings);
        String prose = ADDRESS.matcher(passage.text()).replaceAll(" ");
        if (Script.isArabic(passage.language())) {
            checkArabicScript(passage, prose);
        } else if (prose.codePoints().anyMatch(c -> (c >= '٠' && c <= '٩') || (c >= '۰' && c <= '۹'))) {
            refuse(passage, "there are Arabic digits in " + passage.language() + "; write 0 to 9");
        }
    }

    private void checkArabicScript(Passage passage, String prose) {
        String text = PHONE.matcher(NAME_WITH_DIGITS.matcher(prose).replaceAll(" ")).replaceAll(" ");
        Matcher punctuation = LATIN_PUNCTUATION.matcher(prose);
        if (Script.hasArabicLetters(prose) && punctuation.find()) {
            refuse(passage, "there is a Latin \"" + punctuation.group() + "\" in a right-to-left text; write ، ؛ or ؟");
        }
        if (text.codePoints().anyMatch(c -> c >= '0' && c <= '9') && phones.stream().noneMatch(text::contains)) {
            refuse(passage, "there are Latin digits; write ٠ to ٩");
        }
        if (text.codePoints().anyMatch(c -> c >= '۰' && c <= '۹')) {
            refuse(passage, "there are Persian digits, which only look the same; write ٠ to ٩");
        }
        checkLetters(passage, prose);
    }

    /** Letters that look alike and come from another keyboard: search and screen readers take them for others. */
    private void checkLetters(Passage passage, String prose) {
        String wrong = switch (passage.language()) {
            case "ckb", "kmr-Arab" -> "كيى";
            case "ar" -> "کیەێۆڕڵ";
            default -> "";
        };
        prose.codePoints().filter(c -> wrong.indexOf(c) >= 0).findFirst().ifPresent(c ->
                refuse(passage, "the letter " + Character.toString(c) + " (U+" + String.format("%04X", c) + ") is not used in "
                        + passage.language() + "; write " + right(c, passage.language())));
        if (passage.language().equals("ckb") && prose.contains("ه\u200C")) {
            refuse(passage, "ه with an invisible character (U+0647 U+200C) stands for ە; write ە (U+06D5)");
        }
    }

    private static String right(int c, String language) {
        if (language.equals("ar")) {
            return switch (c) {
                case 'ک' -> "ك (U+0643)";
                case 'ی' -> "ي (U+064A) or ى (U+0649)";
                case 'ە' -> "ه (U+0647) or ة (U+0629)";
                default -> "the Arabic letter";
            };
        }
        return switch (c) {
            case 'ك' -> "ک (U+06A9)";
            default -> "ی (U+06CC)";
        };
    }

    private void checkAddresses(Passage passage) {
        ADDRESS.matcher(passage.text()).results().map(r -> r.group().replaceFirst("[.,;:!?،؛؟]+$", ""))
                .filter(a -> !references.hasAddress(a)).forEach(a -> refuse(passage, "the address " + a
                        + " is no channel of the help directory; take it out or link to Help"));
    }

    private void checkPhones(Passage passage) {
        String prose = ADDRESS.matcher(passage.text()).replaceAll(" ");
        boolean unknown = PHONE.matcher(prose).find();
        boolean known = NUMBER.matcher(prose).results().map(r -> latin(r.group())).anyMatch(phones::contains);
        if (unknown || known) {
            refuse(passage, "there is a phone number; numbers change and are checked in Help, so write [Help](help:) instead");
        }
    }

    private static String latin(String digits) {
        StringBuilder latin = new StringBuilder();
        digits.chars().forEach(c -> latin.append(Character.digit(c, 10)));
        return latin.toString();
    }

    private void refuse(Passage passage, String sentence) {
        findings.refuse(passage.file(), passage.item(), sentence);
    }
}
