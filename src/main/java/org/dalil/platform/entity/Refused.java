package org.dalil.platform.entity;

import java.util.List;

/**
 * Something was asked that can't be done, and the person who asked is told why in one sentence of their language.
 * Not a fault of the program: never logged with a stack trace.
 */
public class Refused extends RuntimeException {

    private final String key;
    private final transient List<Object> arguments;

    /**
     * @param key       a text key; its sentence says what is wrong and what to do
     * @param arguments what the sentence names
     */
    public Refused(String key, Object... arguments) {
        super(key, null, false, false);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.toArray();
    }
}
