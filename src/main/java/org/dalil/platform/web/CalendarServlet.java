package org.dalil.platform.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.dalil.platform.entity.Language;

/** {@code /calendar/<language>}: this month, and nothing that says where it came from. */
@WebServlet("/calendar/*")
public class CalendarServlet extends HttpServlet {

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Language language = path == null ? Language.ENGLISH : Language.of(path.substring(1)).orElse(Language.ENGLISH);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(page(language, LocalDate.now(clock)));
    }

    static String page(Language language, LocalDate today) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), language.cldr());
        calendar.set(today.getYear(), today.getMonthValue() - 1, 1, 12, 0, 0);
        DateFormat month = DateFormat.getInstanceForSkeleton("yMMMM", language.cldr());
        month.setTimeZone(TimeZone.getTimeZone("UTC"));
        String title = month.format(calendar.getTime());
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"").append(language.tag()).append("\" dir=\"")
                .append(language.dir()).append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" ")
                .append("content=\"width=device-width,initial-scale=1\"><title>").append(title)
                .append("</title></head><body><main><h1>").append(title).append("</h1><table border=\"1\" cellpadding=\"8\"><thead><tr>");
        String[] names = new com.ibm.icu.text.DateFormatSymbols(language.cldr())
                .getWeekdays(com.ibm.icu.text.DateFormatSymbols.STANDALONE, com.ibm.icu.text.DateFormatSymbols.NARROW);
        int first = calendar.getFirstDayOfWeek();
        for (int i = 0; i < 7; i++) {
            html.append("<th scope=\"col\">").append(names[(first - 1 + i) % 7 + 1]).append("</th>");
        }
        html.append("</tr></thead><tbody><tr>");
        int column = (calendar.get(Calendar.DAY_OF_WEEK) - first + 7) % 7;
        html.append("<td></td>".repeat(column));
        for (int day = 1; day <= today.lengthOfMonth(); day++, column++) {
            if (column > 0 && column % 7 == 0) {
                html.append("</tr><tr>");
            }
            String number = language.number(day);
            html.append("<td>").append(day == today.getDayOfMonth() ? "<strong>" + number + "</strong>" : number).append("</td>");
        }
        return html.append("</tr></tbody></table></main></body></html>").toString();
    }
}
