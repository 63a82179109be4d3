package org.dalil.workshop.entity;

import java.util.List;
import java.util.Locale;

/** Where a workshop was held, no closer than this: the governorates of Iraq (the Kurdistan Region's first) and of Jordan. */
public enum Region {
    DUHOK, ERBIL, SULAYMANIYAH, HALABJA,
    NINEVEH, KIRKUK, SALADIN, ANBAR, BAGHDAD, DIYALA, BABIL, KARBALA, NAJAF, WASIT, QADISIYAH, MUTHANNA, DHI_QAR, MAYSAN, BASRA,
    AMMAN, IRBID, ZARQA, BALQA, MADABA, KARAK, TAFILAH, MAAN, AQABA, MAFRAQ, JERASH, AJLOUN,
    ELSEWHERE;

    /** The key of its name. */
    public String key() {
        return "workshop.region." + name().toLowerCase(Locale.ROOT);
    }

    /** All, in the order in which they are offered. */
    public static List<Region> all() {
        return List.of(values());
    }
}
