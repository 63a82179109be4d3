package org.dalil.report.web;

import java.util.List;
import java.util.Map;
import org.dalil.report.entity.PublishedTurnout;

/** How many of those who took a test took both: from the least to the most that it can be, where some people are hidden. As the table says. */
final class TurnoutChart {

    private TurnoutChart() { }

    /** @param turnouts by what each line is called; without pairs that may be shown, there is no line */
    static Chart of(Map<String, PublishedTurnout> turnouts, FigureWords words) {
        List<Chart.Value> values = turnouts.entrySet().stream().flatMap(e -> e.getValue().matchRate()
                .map(r -> new Chart.Value(e.getKey(), r.lower(), r.upper())).stream()).toList();
        return new Chart(values, words, words.text("report.turnout.least"), words.text("report.turnout.most"));
    }
}
