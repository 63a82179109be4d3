package org.dalil.help.web;

import com.ibm.icu.text.DateFormat;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.dalil.help.HelpDirectory;
import org.dalil.help.entity.Channel;
import org.dalil.help.entity.ChannelCheck;
import org.dalil.help.entity.HelpRegion;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;

/** {@code staff/help/list.xhtml}: the telephone channels, and whether somebody has called them. */
@Named
@ViewScoped
public class HelpListPage implements Serializable {

    @Inject HelpDirectory directory;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    /** As they were shown: a click must mean the line that was on the screen. */
    private List<Row> rows = List.of();

    /** A channel in the list. @param state when it was checked, or that it is not */
    public record Row(String id, String name, String region, String value, String sources, boolean checked, String state)
            implements Serializable { }

    /** Before the page is made. */
    public void open() {
        List<Row> read = new ArrayList<>();
        directory.telephone().forEach((channel, check) -> read.add(row(channel, check)));
        rows = List.copyOf(read);
    }

    private Row row(Channel channel, Optional<ChannelCheck> check) {
        Channel.Words words = channel.words().getOrDefault(language.getTag(), channel.words().get("en"));
        String state = check.map(c -> texts.of("help.checked", DateFormat.getDateInstance(DateFormat.LONG, language.get().cldr())
                .format(Date.from(c.at())))).orElseGet(() -> texts.get("help.unchecked"));
        return new Row(channel.id(), words.name(), region(channel), channel.value(), String.join(", ", channel.sources()),
                check.isPresent(), state);
    }

    private String region(Channel channel) {
        return directory.regions(language.getTag()).stream().filter(r -> r.channels().contains(channel))
                .map(HelpRegion::words).map(w -> w.get(language.getTag()).title()).findFirst().orElse("");
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Somebody has called it and it is right. */
    public void check(Row row) {
        directory.check(row.id());
    }

    /** It is not right any more. */
    public void uncheck(Row row) {
        directory.uncheck(row.id());
    }

    public boolean isShown() {
        return directory.showsUnchecked();
    }

    public void show() {
        directory.showUnchecked(true);
    }

    public void hide() {
        directory.showUnchecked(false);
    }
}
