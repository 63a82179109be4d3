package org.dalil.report.web;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.report.entity.Capped;
import org.dalil.report.entity.Count;
import org.dalil.report.entity.Interval;

/** Published figures in the reader's language and digits. Takes nothing that is not published. */
@RequestScoped
public class FigureWords {

    @Inject Texts texts;
    @Inject CurrentLanguage language;

    /** A figure in its cell; hidden ones look less than the others. */
    public record Cell(String text, String style) { }

    /** A number of people in its cell; {@code style} is for those that aren't exact. */
    public Cell cell(Count count, String style) {
        return new Cell(people(count), count.isExact() ? "" : style);
    }

    /** A text with values. */
    public String text(String key, Object... values) {
        return texts.get(language.get(), key, values);
    }

    /** A name that may be written in the other direction. */
    public String isolated(String name) {
        return '\u2068' + name + '\u2069';
    }

    /** A number of people. */
    public String people(Count count) {
        return switch (count.kind()) {
            case EXACT -> number(count.lower());
            case FEWER -> text("report.fewer", count.upper() + 1);
            case BETWEEN -> text("report.between", number(count.lower()), number(count.upper()));
            case WITHHELD -> text("report.withheld");
        };
    }

    /** A number of people out of a group. */
    public String people(Capped count) {
        String number = number((long) count.value());
        return count.kind() == Capped.Kind.AT_MOST ? text("report.atMost.people", number) : capped(count, number);
    }

    /** A mean or a share, of which the bound may be all there is. */
    public String percent(Capped of, double percent) {
        return capped(of, percent(percent));
    }

    private String capped(Capped value, String words) {
        return switch (value.kind()) {
            case EXACT -> words;
            case AT_LEAST -> text("report.atLeast", words);
            case AT_MOST -> text("report.atMost", words);
        };
    }

    /** Whole percents. The sign is a text of ours: CLDR's Sorani pattern is the root's. */
    public String percent(double percent) {
        return text("report.percent", number(Math.round(percent)));
    }

    /** A range of percents, rounded outwards: it promises no more than it holds. */
    public String percents(Interval interval) {
        String lower = percent(Math.floor(interval.lower() + 1e-9));
        String upper = percent(Math.ceil(interval.upper() - 1e-9));
        return lower.equals(upper) ? lower : text("report.between", lower, upper);
    }

    /** Percents that are known, or what they lie between; rounded outwards then, and one number where both ends agree. */
    public String roundedPercents(Interval range) {
        return Math.round(range.lower()) == Math.round(range.upper()) ? percent(range.lower()) : percents(range);
    }

    /** Percentage points with their sign. */
    public String points(double points) {
        return NumberFormatter.withLocale(locale().cldr()).sign(NumberFormatter.SignDisplay.EXCEPT_ZERO)
                .precision(Precision.integer()).format(points).toString();
    }

    /** A range of percentage points. */
    public String points(Interval interval) {
        return text("report.between", points(interval.lower()), points(interval.upper()));
    }

    /** Percentage points that are known, or what they lie between; rounded outwards then, and one number where both ends agree. */
    public String rounded(Interval range) {
        boolean known = Math.round(range.lower()) == Math.round(range.upper());
        return known ? points(range.lower()) : points(new Interval(Math.floor(range.lower()), Math.ceil(range.upper())));
    }

    /** A year, which is not grouped as a number is. */
    public String year(String year) {
        return NumberFormatter.withLocale(locale().cldr()).grouping(NumberFormatter.GroupingStrategy.OFF).format(Integer.parseInt(year))
                .toString();
    }

    /** Two decimals; for the expert view. */
    public String decimal(double number) {
        return NumberFormatter.withLocale(locale().cldr()).precision(Precision.fixedFraction(2)).format(number).toString();
    }

    /** A probability to two digits that count. */
    public String probability(double p) {
        return NumberFormatter.withLocale(locale().cldr()).precision(Precision.maxSignificantDigits(2)).format(p).toString();
    }

    public String number(long number) {
        return locale().number(number);
    }

    /** Month and year; for figures, which have no day. */
    public String month(YearMonth month) {
        return date(text("report.month"), month.atDay(15).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    /** Day, month and year; for what authors did. */
    public String day(Instant moment, ZoneId zone) {
        return date(text("report.day"), moment, zone);
    }

    /** @param pattern of CLDR; a text of ours, since CLDR's Sorani patterns are the root's */
    private String date(String pattern, Instant moment, ZoneId zone) {
        SimpleDateFormat format = new SimpleDateFormat(pattern, locale().cldr());
        format.setTimeZone(TimeZone.getTimeZone(zone.getId().equals("Z") ? "UTC" : zone.getId()));
        return format.format(Date.from(moment));
    }

    private Language locale() {
        return language.get();
    }

    /** The reader's. */
    public Language language() {
        return language.get();
    }

    /** Whether the reader's axis begins on the right. */
    public boolean isRightToLeft() {
        return locale().isRightToLeft();
    }
}
