package org.dalil.exam.entity;

import java.time.Instant;
import java.util.List;

/** The room as its invigilator sees it. No results: they are the certifier's. */
public record RoomView(SessionRow session, Instant at, List<SeatRow> seats, List<Incident> incidents) { }
