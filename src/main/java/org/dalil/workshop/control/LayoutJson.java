package org.dalil.workshop.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dalil.workshop.entity.SheetLayout;

/** A layout as it is kept with its print. */
final class LayoutJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LayoutJson() { }

    static String write(SheetLayout layout) {
        try {
            return JSON.writeValueAsString(layout);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lengths and ids", e);
        }
    }

    static SheetLayout read(String json) {
        try {
            return JSON.readValue(json, SheetLayout.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a layout in the database can't be read", e);
        }
    }
}
