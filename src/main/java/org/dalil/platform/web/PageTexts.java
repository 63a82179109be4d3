package org.dalil.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Refused;

/** The words of a page: {@code #{t['learning.start.title']}} or, with values, {@code #{t.of('learning.minutes', 3)}}. */
@Named("t")
@RequestScoped
public class PageTexts extends AbstractMap<String, String> {

    @Inject
    Texts texts;

    @Inject
    CurrentLanguage language;

    @Override
    public String get(Object key) {
        return texts.get(language.get(), String.valueOf(key));
    }

    @Override
    public boolean containsKey(Object key) {
        return texts.has(language.get(), String.valueOf(key));
    }

    public String of(String key, Object argument) {
        return texts.get(language.get(), key, argument);
    }

    public String of(String key, Object first, Object second) {
        return texts.get(language.get(), key, first, second);
    }

    public String of(String key, Object first, Object second, Object third) {
        return texts.get(language.get(), key, first, second, third);
    }

    public String of(String key, Object first, Object second, Object third, Object fourth) {
        return texts.get(language.get(), key, first, second, third, fourth);
    }

    /** The sentence of a refusal. */
    public String of(Refused refused) {
        return texts.get(language.get(), refused.key(), refused.arguments());
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }
}
